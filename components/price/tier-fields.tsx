"use client";

import { Plus, X } from "lucide-react";
import { useFieldArray } from "react-hook-form";
import { NumberField } from "@/components/form/fields";
import { Button } from "@/components/ui/button";

/** The tiers of a graduated price, lowest first; only the last one has no end. */
export function TierFields({ unit, currency }: { unit: string; currency: string }) {
  const { fields, insert, remove } = useFieldArray({ name: "tiers" });
  const last = fields.length - 1;
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 text-sm font-medium">
        Tiers{" "}
        <span className="font-normal text-muted">
          · a tier's end belongs to it; its flat fee is due when it is entered, the first one's always
        </span>
      </legend>
      {fields.map(({ id }, place) => (
        <div key={id} className="grid grid-cols-2 items-start gap-3 sm:grid-cols-[1fr_1fr_1fr_auto]">
          {place === last ? (
            <p className="pt-7 text-sm text-muted">{place === 0 ? "Every unit" : "All above"}</p>
          ) : (
            <NumberField name={`tiers.${place}.upTo`} label={`Up to (${unit})`} />
          )}
          <NumberField name={`tiers.${place}.unitPrice`} label={`Per ${unit}`} unit={currency} />
          <NumberField name={`tiers.${place}.flat`} label="Flat fee" unit={currency} />
          <div className="pt-6">
            <Button
              look="quiet"
              size="icon"
              aria-label={`Remove tier ${place + 1}`}
              disabled={place === last}
              onClick={() => remove(place)}
            >
              <X className="size-4" aria-hidden="true" />
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button
          size="sm"
          icon={<Plus className="size-3.5" aria-hidden="true" />}
          onClick={() => insert(last, { upTo: "", unitPrice: "", flat: "0" })}
        >
          Add a tier below the last
        </Button>
      </div>
    </fieldset>
  );
}
