import { supplierConnector } from "@/db/schema/activation";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import type { PartyId } from "@/server/core/ids";

type Connection = { readonly supplierId: PartyId; readonly baseUrl: string };

/** Says where a supplier's provisioning system listens. */
export async function connectSupplier(scope: Scope, { supplierId, baseUrl }: Connection): Promise<void> {
  const row = { operatorId: scope.actor.operator, supplierId, baseUrl };
  await scope.db
    .insert(supplierConnector)
    .values(row)
    .onConflictDoUpdate({
      target: [supplierConnector.operatorId, supplierConnector.supplierId],
      set: { baseUrl },
    });
  await record(scope, {
    code: "activation.supplier.connected",
    summary: "Connected a supplier's provisioning system",
    object: { kind: "party", id: supplierId },
    after: { baseUrl },
  });
}
