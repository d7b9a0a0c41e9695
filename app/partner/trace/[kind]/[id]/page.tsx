import { tracePage } from "@/app/trace";

export default function TracePage(props: PageProps<"/partner/trace/[kind]/[id]">) {
  return tracePage("/partner", props);
}
