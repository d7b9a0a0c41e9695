import { Instant } from "@/components/date/instant";
import { Card } from "@/components/ui/card";
import { CopyText } from "@/components/ui/copy";
import type { AuditDetail } from "@/server/audit/read";
import type { Sealing } from "@/server/audit/read-seal";

/** How far the record is sealed, and what to keep elsewhere to prove it by. */
export function SealingView({ sealing: { tip, waiting, roots } }: { sealing: Sealing }) {
  return (
    <Card title="Sealed">
      <p className="text-sm">
        {tip === null ? (
          "No entry is sealed yet. It happens within seconds of a change."
        ) : (
          <>
            {new Intl.NumberFormat("en").format(tip.sequence)} entries form a chain, the last of them sealed{" "}
            <Instant at={tip.sealedAt} />.{" "}
            {waiting === 0 ? "None waits." : `${waiting} wait for the next seal.`}
          </>
        )}
      </p>
      {roots.length > 0 && (
        <details className="mt-2 text-sm">
          <summary className="cursor-pointer text-river">Where it stood at the end of each day</summary>
          <p className="mt-2 text-muted">
            Keep a hash elsewhere: whoever recomputes the chain (<code>npm run audit:verify</code>) then knows
            that nothing before it was changed, taken out or put in.
          </p>
          <ul className="mt-2" aria-label="Roots of the last days">
            {roots.map(({ day, sequence, hash }) => (
              <li
                key={day}
                className="flex flex-wrap justify-between gap-x-4 border-t border-line py-1.5 tabular-nums"
              >
                <span>{day} (UTC)</span>
                <span className="text-muted">entry {new Intl.NumberFormat("en").format(sequence)}</span>
                <CopyText text={hash} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

/** The place of one entry in the chain. */
export function SealFact({ seal }: Pick<AuditDetail, "seal">) {
  if (seal === null) return <span className="text-muted">waits for its seal</span>;
  return (
    <span className="inline-flex flex-wrap justify-end gap-x-2">
      number {new Intl.NumberFormat("en").format(seal.sequence)} <CopyText text={seal.hash} />
    </span>
  );
}
