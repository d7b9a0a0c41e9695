"use client";

import { Percent } from "@/components/money/decimal";
import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Preview } from "@/server/quote/preview";
import { partsPerMillionOf } from "./percent";
import type { WishesProps } from "./who-and-what";
import type { Bearer } from "./wishes";

const sliderMost = 30;

/** How much off, by typing or sliding, and whose money it is. */
export function DiscountFields({
  choices,
  wishes,
  change,
  preview,
}: WishesProps & { preview: Preview | null }) {
  const isRate = partsPerMillionOf(wishes.percent || "0") !== null;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field
        label="Discount"
        hint={
          preview && (
            <>
              You may give up to <Percent partsPerMillion={preview.band} /> yourself.
            </>
          )
        }
        error={isRate ? undefined : "Give a percentage between 0 and 100, such as 7.5."}
      >
        <NumberInput
          value={wishes.percent}
          onChange={(event) => change({ percent: event.target.value })}
          placeholder="0"
          unit="%"
        />
        <input
          type="range"
          min={0}
          max={sliderMost}
          step={0.5}
          value={Math.min(Number(wishes.percent.replace(",", ".")) || 0, sliderMost)}
          onChange={(event) => change({ percent: event.target.value })}
          aria-label="Discount in percent"
          className="mt-1 w-full accent-river"
        />
      </Field>
      <Field label="Borne by" hint="Whose money the discount is">
        <Select<Bearer>
          options={bearersOf(choices.operator?.name ?? "The operator", preview?.isSeller ?? false)}
          value={wishes.bearer}
          onValueChange={(bearer) => change({ bearer })}
          disabled={wishes.percent === "" || partsPerMillionOf(wishes.percent) === "0"}
        />
      </Field>
    </div>
  );
}

function bearersOf(operator: string, isSeller: boolean) {
  const asked = { value: "operator" as const, label: operator, hint: "Always needs its approval" };
  if (isSeller) return [{ value: "seller" as const, label: "You, as the seller" }, asked];
  return [
    { value: "seller" as const, label: "The seller", hint: "Whoever sells to the customer in its own name" },
    { value: "own" as const, label: "You, out of your share" },
    asked,
  ];
}
