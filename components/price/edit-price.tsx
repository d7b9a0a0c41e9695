"use client";

import { useState } from "react";
import { useWatch } from "react-hook-form";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { ComboboxField, SelectField } from "@/components/form/choices";
import { NumberField } from "@/components/form/fields";
import { Form, useZodForm } from "@/components/form/form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Id } from "@/server/core/ids";
import type { ItemListed } from "@/server/offer/list";
import type { PinnedPrice, PriceModel } from "@/server/offer/rules/vocabulary";
import { TierFields } from "./tier-fields";

const models = [
  { value: "per_unit", label: "Per unit", hint: "The price times the quantity." },
  { value: "flat", label: "Flat", hint: "One amount, whatever the quantity." },
  { value: "graduated", label: "Graduated", hint: "Each unit at the price of the tier it falls into." },
] as const satisfies readonly { value: PriceModel; label: string; hint: string }[];

type Item = { readonly itemId: Id<"item">; readonly name: string; readonly unit: string };
type Edited = { versionId: Id<"priceVersion">; item: Item; price: PinnedPrice; currency: string };

/** Changes what an item costs in a draft, or takes it out. */
export function EditPrice(props: Edited) {
  const [isOpen, setOpen] = useState(false);
  const { item } = props;
  return (
    <Dialog
      trigger={
        <Button size="sm" aria-label={`Change the price of ${item.name}`}>
          Change…
        </Button>
      }
      title={item.name}
      description={`What it costs per ${item.unit}, in ${props.currency}, before tax.`}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <PriceForm {...props} items={[]} done={() => setOpen(false)} />
    </Dialog>
  );
}

type Added = { versionId: Id<"priceVersion">; items: readonly ItemListed[]; currency: string };

/** Sets a price for an item that has none in a draft. */
export function AddPrice({ items, ...rest }: Added) {
  const [isOpen, setOpen] = useState(false);
  const [first] = items;
  if (!first) return null;
  const item = { itemId: first.id, name: first.name, unit: first.unit };
  const price: PinnedPrice = { model: "per_unit", unitPrice: "", tiers: null };
  return (
    <Dialog
      trigger={<Button size="sm">Add a price…</Button>}
      title="Add a price"
      description={`In ${rest.currency}, before tax.`}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <PriceForm {...rest} {...{ item, price, items }} done={() => setOpen(false)} />
    </Dialog>
  );
}

function PriceForm(props: Edited & { items: readonly ItemListed[]; done: () => void }) {
  const { versionId, item, price, currency, items, done } = props;
  const trpc = useTRPC();
  const set = useAction(trpc.price.set.mutationOptions(), { done: "Price set", tell: "here", onDone: done });
  const form = useZodForm(
    () => import("./price-schema").then((file) => file.PriceSchema),
    writtenPrice(item, price),
  );
  const [model, chosen] = useWatch({ control: form.control, name: ["model", "itemId"] });
  const unit = items.find(({ id }) => id === chosen)?.unit ?? item.unit;
  return (
    <Form
      form={form}
      action={set}
      submit="Set price"
      more={items.length === 0 && <RemovePrice versionId={versionId} itemId={item.itemId} done={done} />}
      onSubmit={(answers) => {
        const { itemId, unitPrice } = answers;
        const key = { versionId, itemId: itemId as Id<"item">, model: answers.model };
        if (answers.model !== "graduated") return set.run({ ...key, unitPrice, tiers: null });
        const tiers = answers.tiers.map((tier) => ({ ...tier, upTo: tier.upTo || null }));
        return set.run({ ...key, unitPrice: null, tiers });
      }}
    >
      {items.length > 0 && (
        <ComboboxField
          name="itemId"
          label="Item"
          options={items.map(({ id, name, supplierName }) => ({
            value: id,
            label: name,
            hint: supplierName,
          }))}
        />
      )}
      <SelectField name="model" label="Model" options={models} />
      {model === "graduated" ? (
        <TierFields unit={unit} currency={currency} />
      ) : (
        <NumberField name="unitPrice" label={model === "flat" ? "Amount" : `Per ${unit}`} unit={currency} />
      )}
    </Form>
  );
}

type Removed = { versionId: Id<"priceVersion">; itemId: Id<"item">; done: () => void };

function RemovePrice({ versionId, itemId, done }: Removed) {
  const trpc = useTRPC();
  const remove = useAction(trpc.price.remove.mutationOptions(), { done: "Price taken out", onDone: done });
  return (
    <Button look="danger" pending={remove.pending} onClick={() => remove.run({ versionId, itemId })}>
      Take it out
    </Button>
  );
}

function writtenPrice({ itemId }: Item, { model, unitPrice, tiers }: PinnedPrice) {
  const written = (tiers ?? []).map((tier) => ({ ...tier, upTo: tier.upTo ?? "" }));
  const begun = written.length > 0 ? written : [{ upTo: "", unitPrice: unitPrice ?? "", flat: "0" }];
  return { itemId, model, unitPrice: unitPrice ?? "", tiers: begun };
}
