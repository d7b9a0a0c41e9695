import { handlerOf } from "@/server/events/serve";
import { jobs } from "@/server/jobs";

export const dynamic = "force-dynamic";

const handler = handlerOf(jobs);

export { handler as GET, handler as POST, handler as PUT };
