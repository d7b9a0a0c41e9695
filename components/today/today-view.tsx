import { TimeChart } from "@/components/chart/time-chart";
import { Waterfall } from "@/components/chart/waterfall";
import { Amount } from "@/components/money/money";
import { Figures, type Figure as Shown } from "@/components/page/figures";
import { PageHeader } from "@/components/page/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { Today } from "@/server/report/today/today";
import { JobList } from "./job-list";
import { monthWords } from "./month-words";

/** A person's front page: what waits, the figures, and how the last months went. */
export function TodayView({ today }: { today: Today }) {
  const { party, jobs, figures, chart, waterfall } = today;
  const hasCharts = chart !== null || waterfall !== null;
  return (
    <div className="grid min-w-0 gap-5">
      <PageHeader title="Today" description={`What waits for you at ${party}, most urgent first.`} />
      {figures.length > 0 && <Figures figures={figures.map(shown)} />}
      <div
        className={
          hasCharts ? "grid min-w-0 items-start gap-5 xl:grid-cols-[minmax(0,1fr)_26rem]" : "grid min-w-0"
        }
      >
        <Card title="Waiting for you" flush>
          {jobs.length > 0 ? (
            <JobList jobs={jobs} />
          ) : (
            <EmptyState title="Nothing waits for you">
              When something needs you, it stands here, with the one place where it is done.
            </EmptyState>
          )}
        </Card>
        {hasCharts && (
          <div className="grid min-w-0 gap-5">
            {chart && (
              <Card title="The last six months">
                <TimeChart
                  label={chart.label}
                  series={chart.series}
                  points={chart.points.map(({ at, values }) => ({ at: monthWords(at, "short"), values }))}
                />
              </Card>
            )}
            {waterfall && (
              <Card
                title="From price to shares"
                description={`What customers were charged, ${monthWords(waterfall.month)}`}
              >
                <Waterfall label="From price to shares" steps={waterfall.steps} />
              </Card>
            )}
          </div>
        )}
      </div>
    </div>
  );
}

/** A figure in the own currency, and what there is in others beside it. */
function shown({ name, amounts, count, detail, href }: Today["figures"][number]): Shown {
  const [own, ...others] = amounts;
  const value = own ? <Amount amount={own} size="lg" /> : (count ?? 0).toLocaleString("en");
  return {
    name,
    value,
    href,
    detail:
      others.length === 0 ? (
        detail
      ) : (
        <>
          {detail}; and{" "}
          {others.map((amount) => (
            <Amount key={amount.currency} amount={amount} />
          ))}
        </>
      ),
  };
}
