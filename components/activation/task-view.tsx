import { Instant } from "@/components/date/instant";
import { Decimal } from "@/components/money/decimal";
import { DetailPage } from "@/components/page/detail-page";
import { Status } from "@/components/status/status";
import { LineTable } from "@/components/table/line-table";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { CopyText } from "@/components/ui/copy";
import { Facts } from "@/components/ui/facts";
import { TextLink } from "@/components/ui/text-link";
import type { TaskDetail } from "@/server/activation/read/task";
import { attemptColumns } from "./columns";
import { CompleteTask, RepairTask } from "./task-actions";

type Props = {
  task: TaskDetail;
  base: string;
  mayComplete: boolean;
  mayRepair: boolean;
  /** Suppliers do not see orders. */
  showsOrder: boolean;
};

export function TaskView({ task, base, mayComplete, mayRepair, showsOrder }: Props) {
  const open = task.exceptions.find(({ resolvedAt }) => resolvedAt === null);
  const byHand = task.status === "ready" && task.kind === "manual";
  return (
    <DetailPage
      title={task.title}
      trail={[{ label: "Activation", href: `${base}/activation` }]}
      mark={<Status state={task.status} />}
      actions={
        <>
          {mayRepair && open && task.kind === "supplier_api" && (
            <RepairTask id={task.id} title={task.title} />
          )}
          {mayComplete && (byHand || open) && <CompleteTask id={task.id} title={task.title} />}
        </>
      }
      aside={<TaskFacts {...{ task, base, showsOrder }} />}
    >
      {open && (
        <Callout tone="bad" title="This task is stuck">
          {open.message}
        </Callout>
      )}
      {task.waitsFor.length > 0 && <WaitsFor tasks={task.waitsFor} base={base} />}
      <Card title="Attempts" flush>
        <LineTable
          label="Attempts"
          columns={attemptColumns}
          rows={task.attemptsMade}
          rowId={({ number, outcome }) => `${number} ${outcome}`}
          empty="Nobody has tried yet."
        />
      </Card>
      <Repaired exceptions={task.exceptions} />
    </DetailPage>
  );
}

function TaskFacts({ task, base, showsOrder }: Pick<Props, "task" | "base" | "showsOrder">) {
  const order = <TextLink href={`${base}/orders/${task.orderId}`}>{task.orderNumber}</TextLink>;
  const reference = task.supplierReference && <CopyText text={task.supplierReference} />;
  return (
    <Card title="Facts">
      <Facts
        facts={[
          { name: "Item", value: task.item },
          { name: "Quantity", value: <Decimal value={task.quantity ?? "0"} unit={task.unit ?? ""} /> },
          { name: "Supplier", value: task.supplierName },
          { name: "Order", value: showsOrder ? order : task.orderNumber },
          { name: "Due", value: <Instant at={task.dueAt} /> },
          { name: "Begun", value: task.startedAt && <Instant at={task.startedAt} /> },
          { name: "Done", value: task.doneAt && <Instant at={task.doneAt} /> },
          { name: "Supplier's reference", value: reference },
          { name: "Proof", value: task.proof },
        ]}
      />
    </Card>
  );
}

function WaitsFor({ tasks, base }: { tasks: TaskDetail["waitsFor"]; base: string }) {
  return (
    <Card title="Waits for">
      <ul className="grid gap-2">
        {tasks.map(({ id, title, status }) => (
          <li key={id} className="flex items-center justify-between gap-3">
            <TextLink href={`${base}/activation/${id}`}>{title}</TextLink>
            <Status state={status} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Repaired({ exceptions }: Pick<TaskDetail, "exceptions">) {
  const repaired = exceptions.filter(({ resolvedAt }) => resolvedAt !== null);
  if (repaired.length === 0) return null;
  return (
    <Card title="Repaired">
      <ul className="grid gap-3">
        {repaired.map(({ number, message, resolution, resolvedByName, resolvedAt }) => (
          <li key={number} className="grid gap-0.5">
            <span>{message}</span>
            <span className="text-sm text-muted">
              {resolution} · {resolvedByName}, <Instant at={resolvedAt} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
