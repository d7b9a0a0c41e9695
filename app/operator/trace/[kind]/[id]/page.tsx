import { tracePage } from "@/app/trace";

export default function TracePage(props: PageProps<"/operator/trace/[kind]/[id]">) {
  return tracePage("/operator", props);
}
