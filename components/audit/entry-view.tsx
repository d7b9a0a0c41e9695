import { Instant } from "@/components/date/instant";
import { roleWord } from "@/components/shell/words";
import { wordOf } from "@/components/status/tones";
import { Card } from "@/components/ui/card";
import { CopyText } from "@/components/ui/copy";
import { Facts } from "@/components/ui/facts";
import { TextLink } from "@/components/ui/text-link";
import { Timeline } from "@/components/ui/timeline";
import type { AuditDetail } from "@/server/audit/read";
import { type Change, changesOf } from "./changes";
import { SealFact } from "./seal-view";

/** What one change did, field by field. */
export function Changes({ before, after }: Pick<AuditDetail, "before" | "after">) {
  const changes = changesOf(before, after);
  if (changes.length === 0) {
    return <p className="text-sm text-muted">Nothing was noted beside the sentence above.</p>;
  }
  return (
    <section aria-label="What changed" className="overflow-x-auto">
      <table className="w-full text-sm">
        <thead>
          <tr className="caption bg-sunken text-left">
            <th scope="col" className="px-4 py-1.5 font-medium">
              Field
            </th>
            <th scope="col" className="px-3 py-1.5 font-medium">
              Before
            </th>
            <th scope="col" className="px-4 py-1.5 font-medium">
              After
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <Row key={change.field} change={change} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ change: { field, before, after } }: { change: Change }) {
  const differs = before !== after;
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="px-4 py-1.5 text-left font-normal text-muted">
        {field}
      </th>
      <td className="px-3 py-1.5 [overflow-wrap:anywhere] text-muted">{before ?? "–"}</td>
      <td className={differs ? "px-4 py-1.5 [overflow-wrap:anywhere] font-medium" : "px-4 py-1.5 text-muted"}>
        {after ?? "–"}
      </td>
    </tr>
  );
}

/** Who did it, for whom, and under which name the same request's other changes are found. */
export function EntryFacts({ entry }: { entry: AuditDetail }) {
  return (
    <Card title="Facts">
      <Facts
        facts={[
          { name: "When", value: <Instant at={entry.happenedAt} /> },
          { name: "Who", value: entry.actorName },
          { name: "As", value: roleWord(entry.role) },
          { name: "For", value: entry.partyName },
          { name: "Code", value: <code className="text-xs">{entry.code}</code> },
          { name: "Object", value: wordOf(entry.objectKind) },
          { name: "Object id", value: <CopyText text={entry.objectId} /> },
          { name: "Entry", value: <CopyText text={entry.id} /> },
          { name: "Seal", value: <SealFact seal={entry.seal} /> },
          { name: "Request", value: <CopyText text={entry.correlation} /> },
        ]}
      />
    </Card>
  );
}

/** Everything that was done to the same thing, newest first. */
export function ObjectHistory({ entry, base }: { entry: AuditDetail; base: string }) {
  return (
    <Card title="History of this object">
      <Timeline
        label="History of this object"
        moments={entry.history.map((each) => ({
          id: each.id,
          at: <Instant at={each.happenedAt} />,
          title:
            each.id === entry.id ? (
              <span className="font-semibold">{each.summary}</span>
            ) : (
              <TextLink href={`${base}/${each.id}`}>{each.summary}</TextLink>
            ),
          detail: each.actorName,
        }))}
      />
    </Card>
  );
}
