import { Instant } from "@/components/date/instant";
import { lookOf, wordOf } from "@/components/status/tones";
import { type Moment, Timeline } from "@/components/ui/timeline";
import { Took } from "./took";

export type JobStep = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
  readonly waitsFor: string | null;
  readonly plannedAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly reason: string | null;
};

const kinds: Readonly<Record<string, string>> = {
  Sleep: "sleeps",
  sleep: "sleeps",
  WaitForEvent: "waits for an event",
  waitForEvent: "waits for an event",
  InvokeFunction: "invokes another function",
  invoke: "invokes another function",
};

/** The steps of a run in the order in which they ended; what is still under way comes last. */
export function StepTimeline({ steps }: { steps: readonly JobStep[] }) {
  return <Timeline label="Steps" moments={steps.map(momentOf)} />;
}

function momentOf(step: JobStep): Moment {
  const { id, name, state, startedAt, endedAt, plannedAt } = step;
  return {
    ...{ id, ...lookOf(state) },
    at: <Instant at={endedAt ?? startedAt ?? plannedAt} />,
    title: (
      <span className="inline-flex flex-wrap items-baseline gap-x-3">
        {name}
        <span className="text-sm font-normal text-muted">{wordOf(state)}</span>
      </span>
    ),
    detail: <StepDetail {...step} />,
  };
}

function StepDetail({ kind, attempts, waitsFor, startedAt, endedAt, reason }: JobStep) {
  const said = kinds[kind];
  return (
    <div className="grid gap-0.5">
      <p className="flex flex-wrap gap-x-3">
        {said && <span>{waitsFor ? `${said}: ${waitsFor}` : said}</span>}
        {attempts > 1 && <span>{attempts} tries</span>}
        {startedAt && endedAt && <Took from={startedAt} to={endedAt} />}
      </p>
      {reason && <p className="text-bad [overflow-wrap:anywhere]">{reason}</p>}
    </div>
  );
}
