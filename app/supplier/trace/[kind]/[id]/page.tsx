import { tracePage } from "@/app/trace";

export const metadata = { title: "Trace" };

export default function TracePage(props: PageProps<"/supplier/trace/[kind]/[id]">) {
  return tracePage("/supplier", props);
}
