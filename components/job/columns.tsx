import { Instant } from "@/components/date/instant";
import { Status } from "@/components/status/status";
import type { Column } from "@/components/table/columns";
import { Took } from "./took";

export type JobRow = {
  readonly id: string;
  readonly function: string;
  readonly event: string;
  readonly about: Readonly<Record<string, unknown>>;
  readonly state: string;
  readonly reason: string | null;
  readonly steps: number;
  readonly stepsDone: number;
  readonly failures: number;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
};

export const jobColumns: readonly Column<JobRow>[] = [
  {
    id: "function",
    header: "Function",
    cell: (job) => <span className="font-medium">{job.function}</span>,
    sortable: true,
  },
  { id: "state", header: "State", cell: (job) => <Status state={job.state} />, sortable: true },
  { id: "event", header: "Because of", cell: (job) => <span className="text-sm">{job.event}</span> },
  {
    id: "about",
    header: "About",
    cell: (job) => <span className="font-mono text-xs">{Object.values(job.about).join(" · ")}</span>,
  },
  {
    id: "steps",
    header: "Steps",
    cell: (job) => (job.steps > 0 ? `${job.stepsDone} of ${job.steps}` : "–"),
    align: "end",
  },
  { id: "failures", header: "Failed tries", cell: (job) => job.failures || "–", align: "end" },
  { id: "reason", header: "Error", cell: (job) => job.reason, wrap: true },
  { id: "createdAt", header: "Began", cell: (job) => <Instant at={job.createdAt} />, sortable: true },
  {
    id: "endedAt",
    header: "Ended",
    cell: (job) => <Instant at={job.endedAt} />,
    sortable: true,
    hidden: true,
  },
  {
    id: "took",
    header: "Took",
    cell: (job) => <Took from={job.startedAt} to={job.endedAt} />,
    align: "end",
    hidden: true,
  },
];
