import { ArrowRight } from "lucide-react";
import { Instant } from "@/components/date/instant";
import { Amount } from "@/components/money/money";
import { Glyph } from "@/components/status/glyph";
import { toneText } from "@/components/status/tones";
import { Anchor } from "@/components/ui/anchor";
import { cx } from "@/components/ui/classes";
import type { Job } from "@/server/report/rules/job";

const shapes = { bad: "cross", warn: "clock", info: "dot" } as const;
const words = { bad: "Late or broken", warn: "Waiting", info: "Good to know" } as const;

/** What waits, one line each, and each line leads to the place where it is done. */
export function JobList({ jobs }: { jobs: readonly Job[] }) {
  return (
    <ul>
      {jobs.map((job) => (
        <li
          key={`${job.kind} ${job.id}`}
          className="relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 border-t border-line px-4 py-2.5 hover:bg-sunken sm:grid-cols-[auto_minmax(0,1fr)_auto]"
        >
          <span className={cx("mt-1", toneText[job.tone])} title={words[job.tone]}>
            <Glyph shape={shapes[job.tone]} />
            <span className="sr-only">{words[job.tone]}:</span>
          </span>
          <div className="min-w-0">
            <Anchor href={job.href} className="font-semibold text-pretty after:absolute after:inset-0">
              {job.title}
            </Anchor>
            <p className="line-clamp-2 text-sm text-pretty text-muted">{job.detail}</p>
          </div>
          <div className="col-start-2 flex items-center gap-3 pt-1 sm:col-start-3 sm:flex-col sm:items-end sm:gap-0.5 sm:pt-0">
            {job.amount && <Amount amount={job.amount} />}
            <span className="text-sm text-muted">
              <Instant at={job.since} show="day" />
            </span>
            <span className="inline-flex items-center gap-1 text-sm text-river" aria-hidden="true">
              {job.action} <ArrowRight className="size-3.5" />
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
