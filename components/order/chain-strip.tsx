import { Badge } from "@/components/ui/badge";
import type { OrderSeen } from "@/server/order/read";

const models = { buy_sell: "sells to", commission: "pays a share to", agent: "pays its agent" } as const;

/** The parties of a deal from the operator down to the customer, and how each trades with the next. */
export function ChainStrip({ order: { chain, parties, customer } }: { order: OrderSeen }) {
  const nameOf = (id: string) =>
    parties.find((party) => party.id === id)?.name ?? (id === customer.id ? customer.name : "Another party");
  const [first] = chain;
  if (!first) return null;
  return (
    <ol
      className="flex flex-wrap items-center gap-x-2 gap-y-1.5"
      aria-label="From the operator to the customer"
    >
      <li className="font-medium">{nameOf(first.parentId)}</li>
      {chain.map(({ childId, model }, place) => (
        <li key={childId} className="flex items-center gap-2">
          <Badge>{place === chain.length - 1 ? "serves" : models[model]}</Badge>
          <span className="font-medium">{nameOf(childId)}</span>
        </li>
      ))}
    </ol>
  );
}
