import { Instant } from "@/components/date/instant";
import { KeepFresh } from "@/components/job/keep-fresh";
import { DetailPage } from "@/components/page/detail-page";
import { Figures } from "@/components/page/figures";
import { Status } from "@/components/status/status";
import { DataTable } from "@/components/table/data-table";
import { LineTable } from "@/components/table/line-table";
import type { ListQuery } from "@/components/table/query";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { CopyText } from "@/components/ui/copy";
import { EmptyState } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import { Progress } from "@/components/ui/progress";
import type { Page } from "@/server/core/list";
import type { readFileDetail } from "@/server/usage/read/file";
import { type RejectedSeen, rejectedColumns } from "./columns";
import { bytesWord, reasonWord, rowsWord } from "./words";

type Detail = Awaited<ReturnType<typeof readFileDetail>>;
type Props = { file: Detail; rejected: Page<RejectedSeen>; query: ListQuery; base: string };

/** One file: how its rows were accounted for, what waits and what could not be read. */
export function FileView({ file, rejected, query, base }: Props) {
  const at = `${base}/usage`;
  const working = file.status === "processing";
  return (
    <DetailPage
      title={file.name}
      trail={[{ label: "Usage", href: at }]}
      mark={<Status state={file.status} />}
      aside={<FileFacts file={file} />}
    >
      {working && !file.error && <KeepFresh />}
      {working && <Progress label="Taking in" done={file.rowsRead} total={null} unit="rows so far" />}
      {file.error && <Callout tone={working ? "warn" : "bad"}>{file.error}</Callout>}
      <Figures figures={figuresOf(file)} />
      {file.waiting.length > 0 && <Waiting file={file} base={base} />}
      {file.rowsRejected > 0 && (
        <section aria-label="Rejected rows" className="grid gap-2">
          <h2 className="text-base font-semibold">Rejected rows</h2>
          <DataTable
            label="rejected rows"
            {...{ columns: rejectedColumns, rows: rejected.rows, total: rejected.total, query }}
            rowId={({ rowNumber }) => `${rowNumber}`}
            search="reason or value"
            filters={[{ name: "column", label: "Column", options: columnsOf(file) }]}
            csv={`/api/export/usage-rejected/${file.id}`}
            empty={<EmptyState title="No rejected rows">Every row could be read.</EmptyState>}
          />
        </section>
      )}
    </DetailPage>
  );
}

function figuresOf({ rowsRead, rowsAccepted, rowsDuplicate, rowsParked, rowsRejected }: Detail) {
  const figure = (name: string, rows: number, detail: string) => ({
    name,
    detail,
    value: rows.toLocaleString("en"),
  });
  return [
    figure("Read", rowsRead, "= accepted + duplicate + parked + rejected"),
    figure("Accepted", rowsAccepted, "are usage and can be charged"),
    figure("Duplicate", rowsDuplicate, "were known already"),
    figure("Parked", rowsParked, "are sound but have no place"),
    figure("Rejected", rowsRejected, "could not be read"),
  ];
}

function columnsOf({ rejected }: Detail) {
  return [...new Set(rejected.map(({ column }) => column))].map((value) => ({ value, label: value }));
}

function FileFacts({ file }: { file: Detail }) {
  return (
    <Card title="Facts">
      <Facts
        facts={[
          { name: "Supplier", value: file.supplier },
          { name: "Source", value: file.source },
          { name: "Received", value: <Instant at={file.receivedAt} /> },
          { name: "Sent by", value: file.receivedByName },
          { name: "Finished", value: file.finishedAt && <Instant at={file.finishedAt} /> },
          { name: "Size", value: bytesWord(file.bytes) },
          { name: "SHA-256", value: <CopyText text={file.digest} /> },
        ]}
      />
    </Card>
  );
}

function Waiting({ file, base }: { file: Detail; base: string }) {
  const open = file.waiting.some(({ status }) => status === "parked");
  return (
    <Card
      title="Parked rows"
      description="Nothing of them is lost: each waits until somebody says where it belongs, or gives it up."
      actions={open && <LinkButton href={`${base}/usage/parked`}>See what they wait for</LinkButton>}
      flush
    >
      <LineTable
        label="Parked rows by cause"
        columns={[
          { id: "reason", header: "Cause", cell: ({ reason }) => reasonWord(reason) },
          { id: "status", header: "State", cell: ({ status }) => <Status state={status} /> },
          { id: "rows", header: "Rows", cell: ({ rows }) => rowsWord(rows), align: "end" },
          { id: "first", header: "For instance", cell: ({ first }) => first },
        ]}
        rows={file.waiting}
        rowId={({ status, reason }) => `${status} ${reason}`}
      />
    </Card>
  );
}
