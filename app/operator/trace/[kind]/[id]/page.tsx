import { tracePage } from "@/app/trace";

export const metadata = { title: "Trace" };

export default function TracePage(props: PageProps<"/operator/trace/[kind]/[id]">) {
  return tracePage("/operator", props);
}
