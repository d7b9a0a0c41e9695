import { Status } from "@/components/status/status";
import { Card } from "@/components/ui/card";
import type { Proof } from "@/server/ledger/prove";

/** What was proved of the books, and over how many things. */
export function ProofList({ proofs }: { proofs: readonly Proof[] }) {
  return (
    <Card title="Proofs of the books">
      <ul className="grid gap-3">
        {proofs.map(({ name, holds, checked, sentence }) => (
          <li key={name} className="grid gap-0.5">
            <span className="flex items-center justify-between gap-3">
              {name}
              <Status state={holds ? "completed" : "failed"} label={holds ? "holds" : "broken"} />
            </span>
            <span className="text-sm text-muted">
              {holds ? `${checked.toLocaleString("en")} checked` : sentence}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
