"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { DateInput, NumberInput, TextInput } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Id, PartyId } from "@/server/core/ids";
import type { LegSelector, RuleBody } from "@/server/settlement/rules/vocabulary";
import { roleWords } from "./words";

type Marketplace = { readonly id: PartyId; readonly name: string };

const roles = Object.keys(roleWords) as LegSelector[];
const direct = "direct";

type Percents = Partial<Record<LegSelector, string>>;

/** Percent as people write it, `12.5`, in parts per million; null when it is none. */
function partsOf(percent: string): string | null {
  const found = /^(\d{1,3})(?:[.,](\d{1,4}))?$/.exec(percent.trim());
  if (!found) return null;
  return BigInt(`${found[1]}${(found[2] ?? "").padEnd(4, "0")}`).toString();
}

/** The answers of the dialog, and the draft they come to. */
function useDraft() {
  const [name, setName] = useState("");
  const [route, setRoute] = useState(direct);
  const [mode, setMode] = useState<RuleBody["mode"]>("chain");
  const [fee, setFee] = useState("3");
  const [percents, setPercents] = useState<Percents>({ supplier: "60", operator: "40" });
  const legs = roles
    .map((selector) => ({ selector, rate: partsOf(percents[selector] ?? "0") ?? "0" }))
    .filter(({ rate }) => rate !== "0");
  const isWhole = legs.reduce((total, { rate }) => total + BigInt(rate), 0n) === 1_000_000n;
  const feeRate = partsOf(fee);
  const marketplaceId = route === direct ? null : (route as PartyId);
  const taken =
    marketplaceId === null
      ? null
      : ({ rate: feeRate ?? "0", timing: "before_split", partyId: marketplaceId } as const);
  const body: RuleBody = mode === "chain" ? { mode, fee: taken } : { mode, fee: taken, legs };
  const isReady =
    name.trim().length > 1 && (mode === "chain" || isWhole) && (marketplaceId === null || feeRate !== null);
  const draft = { name, family: "*", marketplaceId, body };
  return {
    ...{ name, setName, route, setRoute, mode, setMode, fee, setFee, percents, setPercents },
    ...{ isWhole, isReady, feeFault: feeRate === null, draft },
  };
}

/** Writes the next version of a rule; it divides nothing before it is activated. */
export function DraftRule({ marketplaces }: { marketplaces: readonly Marketplace[] }) {
  const trpc = useTRPC();
  const answers = useDraft();
  const draft = useAction(trpc.rule.draft.mutationOptions(), { done: "The rule is drafted", tell: "here" });
  return (
    <ConfirmDialog
      trigger={<Button look="primary">Draft a rule…</Button>}
      title="Draft a settlement rule"
      consequence="Nothing is divided by it until you activate it. A name that exists gets its next version."
      confirm="Save the draft"
      disabled={!answers.isReady}
      refusal={draft.refusal}
      onConfirm={() => draft.run(answers.draft)}
    >
      <Field label="Name">
        <TextInput
          value={answers.name}
          onChange={(event) => answers.setName(event.target.value)}
          placeholder="Direct deals"
        />
      </Field>
      <RouteFields {...{ answers, marketplaces }} />
      <Field label="Divide">
        <Select
          value={answers.mode}
          onValueChange={(value) => answers.setMode(value === "waterfall" ? "waterfall" : "chain")}
          options={[
            { value: "chain", label: "by the prices of the chain" },
            { value: "waterfall", label: "by fixed parts of what remains" },
          ]}
        />
      </Field>
      {answers.mode === "waterfall" && <PartFields answers={answers} />}
    </ConfirmDialog>
  );
}

type Answers = ReturnType<typeof useDraft>;

function RouteFields({ answers, marketplaces }: { answers: Answers; marketplaces: readonly Marketplace[] }) {
  const through = marketplaces.map(({ id, name }) => ({ value: id as string, label: `through ${name}` }));
  return (
    <>
      <Field label="For deals that are sold">
        <Select
          value={answers.route}
          onValueChange={(value) => answers.setRoute(value ?? direct)}
          options={[{ value: direct, label: "directly" }, ...through]}
        />
      </Field>
      {answers.route !== direct && (
        <Field
          label="The marketplace's fee, in percent of the customer's net"
          error={answers.feeFault ? "Give a percentage such as 3 or 2.5." : undefined}
        >
          <NumberInput value={answers.fee} onChange={(event) => answers.setFee(event.target.value)} />
        </Field>
      )}
    </>
  );
}

function PartFields({ answers: { percents, setPercents, isWhole } }: { answers: Answers }) {
  return (
    <div className="grid grid-cols-2 gap-3">
      {roles.map((role) => (
        <Field key={role} label={`${roleWords[role]}, %`}>
          <NumberInput
            value={percents[role] ?? ""}
            onChange={(event) => setPercents({ ...percents, [role]: event.target.value })}
          />
        </Field>
      ))}
      {!isWhole && <Callout tone="warn">The parts have to add up to 100 %.</Callout>}
    </div>
  );
}

type Draft = { readonly id: Id<"ruleVersion">; readonly name: string; readonly number: number };

/** Puts a draft into force from a day on; the version before it ends there. */
export function ActivateRule({ id, name, number }: Draft) {
  const trpc = useTRPC();
  const [day, setDay] = useState("");
  const activate = useAction(trpc.rule.activate.mutationOptions(), {
    done: "The rule is active",
    tell: "here",
  });
  return (
    <ConfirmDialog
      trigger={<Button size="sm">Activate…</Button>}
      title={`Activate ${name}, version ${number}?`}
      consequence="Lines issued from that day on are divided by it. Lines issued before keep the version they have. An active version cannot be changed."
      confirm="Activate"
      disabled={day === ""}
      refusal={activate.refusal}
      onConfirm={() => activate.run({ id, from: new Date(`${day}T00:00:00Z`) })}
    >
      <Field label="In force from" hint="At 00:00 UTC">
        <DateInput value={day} onChange={(event) => setDay(event.target.value)} />
      </Field>
    </ConfirmDialog>
  );
}
