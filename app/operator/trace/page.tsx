import { traceStartPage } from "@/app/trace";

export default function TraceStartPage() {
  return traceStartPage("/operator");
}
