import { tracePage } from "@/app/trace";

export default function TracePage(props: PageProps<"/supplier/trace/[kind]/[id]">) {
  return tracePage("/supplier", props);
}
