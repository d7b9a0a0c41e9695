import { traceStartPage } from "@/app/trace";

export const metadata = { title: "Trace" };

export default function TraceStartPage() {
  return traceStartPage("/operator");
}
