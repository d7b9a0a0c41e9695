import { api } from "@/app/api";
import { signedIn } from "@/app/session";
import { Instant } from "@/components/date/instant";
import { Percent } from "@/components/money/decimal";
import { ListPage } from "@/components/page/list-page";
import { ActivateRule, DraftRule } from "@/components/settlement/rule-actions";
import { modeWords, roleWords } from "@/components/settlement/words";
import { Status } from "@/components/status/status";
import type { Column } from "@/components/table/columns";
import { LineTable } from "@/components/table/line-table";
import { Card } from "@/components/ui/card";
import { may } from "@/server/access/permissions";
import type { RuleSeen } from "@/server/settlement/read";

export const metadata = { title: "Settlement rules" };

export default async function RulesPage() {
  const [caller, { actor }] = await Promise.all([api(), signedIn("operator")]);
  const mayChange = may(actor, "rule.change");
  const [rules, marketplaces] = await Promise.all([caller.rule.list(), caller.rule.marketplaces()]);
  return (
    <ListPage
      title="Settlement rules"
      trail={[{ label: "Settlement", href: "/operator/settlement" }]}
      description="Each line is divided by the one version in force when it was issued, and keeps it."
      actions={mayChange && <DraftRule marketplaces={marketplaces} />}
    >
      <Card title="Versions" flush>
        <LineTable
          label="Rule versions"
          columns={ruleColumns(mayChange, new Map(marketplaces.map(({ id, name }) => [id as string, name])))}
          rows={rules}
          rowId={({ id }) => id}
          empty="No rule yet: draft one and activate it before the first bill run."
        />
      </Card>
    </ListPage>
  );
}

function ruleColumns(mayChange: boolean, names: ReadonlyMap<string, string>): readonly Column<RuleSeen>[] {
  return [
    { id: "name", header: "Rule", cell: ({ name, number }) => `${name}, version ${number}` },
    { id: "status", header: "Status", cell: ({ status }) => <Status state={status} /> },
    {
      id: "route",
      header: "Divides",
      cell: ({ family, marketplaceId }) =>
        `${family === "*" ? "every family" : family}, ${marketplaceId === null ? "sold directly" : `through ${names.get(marketplaceId) ?? "a marketplace"}`}`,
    },
    { id: "terms", header: "How", cell: ({ body }) => <Terms body={body} /> },
    { id: "from", header: "From", cell: ({ validFrom }) => <Instant at={validFrom} show="day" /> },
    { id: "to", header: "Until", cell: ({ validTo }) => <Instant at={validTo} show="day" /> },
    {
      id: "act",
      header: "",
      cell: ({ id, name, number, status }) =>
        mayChange && status === "draft" ? <ActivateRule {...{ id, name, number }} /> : null,
    },
  ];
}

function Terms({ body }: { body: RuleSeen["body"] }) {
  return (
    <ul className="grid gap-0.5">
      <li>{modeWords[body.mode]}</li>
      {body.fee && (
        <li className="text-muted">
          fee <Percent partsPerMillion={BigInt(body.fee.rate)} />{" "}
          {body.fee.timing === "before_split" ? "before the split" : "after the split"}
        </li>
      )}
      {body.mode === "waterfall" &&
        body.legs.map(({ selector, rate }) => (
          <li key={selector} className="text-muted">
            {roleWords[selector]} <Percent partsPerMillion={BigInt(rate)} />
          </li>
        ))}
    </ul>
  );
}
