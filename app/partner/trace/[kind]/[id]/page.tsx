import { tracePage } from "@/app/trace";

export const metadata = { title: "Trace" };

export default function TracePage(props: PageProps<"/partner/trace/[kind]/[id]">) {
  return tracePage("/partner", props);
}
