import { and, eq, isNull, max } from "drizzle-orm";
import { ruleVersion } from "@/db/schema/settlement";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { type Id, newId } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { RuleActivation, RuleDraft } from "./input";

/** Writes the next version of a rule by name. It divides nothing until it is activated. */
export async function draftRule(scope: Scope, input: RuleDraft): Promise<{ id: Id<"ruleVersion"> }> {
  const { name, family, marketplaceId, body } = RuleDraft.parse(input);
  const { actor, db, now } = scope;
  const [last] = await db
    .select({ number: max(ruleVersion.number) })
    .from(ruleVersion)
    .where(and(eq(ruleVersion.operatorId, actor.operator), eq(ruleVersion.name, name)));
  const id = newId("ruleVersion", now);
  const row = { id, name, number: (last?.number ?? 0) + 1, family, marketplaceId, body };
  await db.insert(ruleVersion).values({
    ...row,
    operatorId: actor.operator,
    status: "draft",
    validFrom: now,
    validTo: null,
    createdAt: now,
  });
  await record(scope, {
    code: "settlement.rule.drafted",
    summary: `Drafted version ${row.number} of the settlement rule ${name}`,
    object: { kind: "rule_version", id },
    after: row,
  });
  return { id };
}

/**
 * Puts a draft into force from an instant on. The version it follows, for the same family and route, ends
 * at that instant, so that always exactly one is in force. Lines issued before keep the version they were
 * divided by.
 */
export async function activateRule(scope: Scope, input: RuleActivation): Promise<void> {
  const { id, from } = RuleActivation.parse(input);
  const { actor, db } = scope;
  const drafted = await holdRule(scope, id);
  if (drafted.status !== "draft") {
    throw new Refusal("CONFLICT", `${drafted.name} version ${drafted.number} is ${drafted.status} already.`);
  }
  const current = await db
    .select()
    .from(ruleVersion)
    .where(
      and(
        eq(ruleVersion.operatorId, actor.operator),
        eq(ruleVersion.status, "active"),
        eq(ruleVersion.family, drafted.family),
        drafted.marketplaceId === null
          ? isNull(ruleVersion.marketplaceId)
          : eq(ruleVersion.marketplaceId, drafted.marketplaceId),
      ),
    )
    .for("update");
  const [follows] = current.filter(({ validTo }) => validTo === null);
  if (follows && follows.validFrom >= from) {
    throw new Refusal(
      "CONFLICT",
      `${follows.name} version ${follows.number} begins later than that. Choose a later day.`,
    );
  }
  if (follows) {
    await db.update(ruleVersion).set({ validTo: from }).where(eq(ruleVersion.id, follows.id));
  }
  await db.update(ruleVersion).set({ status: "active", validFrom: from }).where(eq(ruleVersion.id, id));
  await record(scope, {
    code: "settlement.rule.activated",
    summary: `Activated version ${drafted.number} of the settlement rule ${drafted.name}`,
    object: { kind: "rule_version", id },
    before: { status: "draft", follows: follows?.id ?? null },
    after: { status: "active", validFrom: from },
  });
}

async function holdRule({ actor, db }: Scope, id: Id<"ruleVersion">) {
  const [held] = await db
    .select()
    .from(ruleVersion)
    .where(and(eq(ruleVersion.operatorId, actor.operator), eq(ruleVersion.id, id)))
    .for("update");
  if (!held) throw new Refusal("NOT_FOUND", "There is no such settlement rule.");
  return held;
}
