import { api, found } from "@/app/api";
import { signedIn } from "@/app/session";
import { TaskView } from "@/components/activation/task-view";
import { may } from "@/server/access/permissions";
import type { Id } from "@/server/core/ids";

export const metadata = { title: "Task" };

export default async function TaskPage({ params }: PageProps<"/operator/activation/[id]">) {
  const { id } = await params;
  const [caller, { actor }] = await Promise.all([api(), signedIn("operator")]);
  const task = await found(caller.task.get({ id: id as Id<"task"> }));
  const rights = { mayComplete: may(actor, "task.complete"), mayRepair: may(actor, "task.repair") };
  return <TaskView {...{ task, ...rights }} base="/operator" showsOrder={true} />;
}
