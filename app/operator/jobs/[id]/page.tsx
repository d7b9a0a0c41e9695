import { api, found } from "@/app/api";
import { signedIn } from "@/app/session";
import { Instant } from "@/components/date/instant";
import { FailedTries } from "@/components/job/failed-tries";
import { KeepFresh } from "@/components/job/keep-fresh";
import { RetryJob } from "@/components/job/retry-job";
import { StepTimeline } from "@/components/job/step-timeline";
import { Took } from "@/components/job/took";
import { DetailPage } from "@/components/page/detail-page";
import { Status } from "@/components/status/status";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { CopyText } from "@/components/ui/copy";
import { EmptyState } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import { TextLink } from "@/components/ui/text-link";
import { may } from "@/server/access/permissions";
import type { Id } from "@/server/core/ids";

export const metadata = { title: "Run" };

export default async function JobPage({ params }: PageProps<"/operator/jobs/[id]">) {
  const { id } = await params;
  const [job, { actor }] = await Promise.all([
    found((await api()).job.get({ id: id as Id<"run"> })),
    signedIn("operator"),
  ]);
  const failed = job.state === "failed";
  return (
    <DetailPage
      title={job.function}
      trail={[{ label: "Jobs", href: "/operator/jobs" }]}
      mark={<Status state={job.state} />}
      description={`Ran because of ${job.event}.`}
      actions={failed && may(actor, "job.retry") && <RetryJob id={job.id} />}
      above={job.endedAt ? failed && <Failed reason={job.reason} /> : <KeepFresh />}
      aside={<AboutJob job={job} />}
    >
      <Card title="Steps">
        {job.steps.length > 0 ? (
          <StepTimeline steps={job.steps} />
        ) : (
          <EmptyState title="No steps">This function does its work in one go, or has not begun.</EmptyState>
        )}
      </Card>
      {job.failed.length > 0 && <FailedTries tries={job.failed} />}
    </DetailPage>
  );
}

function Failed({ reason }: { reason: string | null }) {
  return (
    <Callout tone="bad" title={reason}>
      It is not tried again by itself. Put right what it complains of, then try again: what is done stays
      done.
    </Callout>
  );
}

type Job = Awaited<ReturnType<Awaited<ReturnType<typeof api>>["job"]["get"]>>;

function AboutJob({ job }: { job: Job }) {
  const about = Object.entries(job.about).map(([name, value]) => ({
    name: wordsOf(name),
    value: <CopyText text={String(value)} />,
  }));
  return (
    <>
      <Card title="This run">
        <Facts
          facts={[
            { name: "Because of", value: job.event },
            { name: "Began", value: <Instant at={job.startedAt ?? job.createdAt} /> },
            { name: "Ended", value: job.endedAt && <Instant at={job.endedAt} /> },
            { name: "Took", value: job.endedAt && <Took from={job.startedAt} to={job.endedAt} /> },
            { name: "Run", value: <CopyText text={job.id} /> },
            { name: "Event", value: <CopyText text={job.eventId} /> },
            {
              name: "Invoked by",
              value: job.parentRunId && (
                <TextLink href={`/operator/jobs/${job.parentRunId}`}>another run</TextLink>
              ),
            },
          ]}
        />
      </Card>
      {about.length > 0 && (
        <Card title="What it is about">
          <Facts facts={about} />
        </Card>
      )}
    </>
  );
}

/** `orderItemId` as "Order item". */
function wordsOf(name: string): string {
  const words = name
    .replace(/Id$/, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
