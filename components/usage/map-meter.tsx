"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Combobox } from "@/components/ui/combobox";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import type { Id } from "@/server/core/ids";
import { replayWord } from "./words";

type Fed = { readonly service: string; readonly sku: string; readonly unit: string };
type Props = Fed & { sourceId: Id<"usageSource">; waiting: string };

/**
 * Says which meter a service and SKU of the supplier feed, and how many of its units one of the file's is.
 */
export function MapMeter({ waiting, ...fed }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      trigger={<Button size="sm">Map…</Button>}
      title={`What does “${fed.service}” measure?`}
      description={`${waiting} wait for it and are tried at once. What has a place is charged with the next bill run.`}
      open={isOpen}
      onOpenChange={setOpen}
    >
      {isOpen && <MeterForm {...fed} done={() => setOpen(false)} />}
    </Dialog>
  );
}

type FormProps = Omit<Props, "waiting"> & { done: () => void };

function MeterForm({ sourceId, service, sku, unit, done }: FormProps) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.usage.meterChoices.queryOptions({ unit }));
  const [scope, setScope] = useState<"one" | "every">("every");
  const [chosen, setChosen] = useState<Id<"meter"> | null>(null);
  const [factor, setFactor] = useState("1");
  const map = useAction(trpc.usage.mapMeter.mutationOptions(), {
    done: replayWord,
    tell: "here",
    onDone: done,
  });
  if (!data) return <Skeleton className="h-48" />;
  const first = data.filter(({ suggested }) => suggested);
  const meter = data.find(({ id }) => id === (chosen ?? (first.length === 1 ? first[0]?.id : null)));
  const counted = meter?.suggested ? "1" : factor.trim();
  return (
    <div className="grid gap-4">
      <SkuField {...{ scope, setScope, sku, unit }} />
      <Field label="Meter">
        <Combobox
          options={data.map(({ id, name, unit: counts, suggested }) => ({
            value: id,
            label: name,
            hint: suggested ? `counts in ${counts}, as the file does` : `counts in ${counts}`,
          }))}
          value={meter?.id ?? null}
          onValueChange={setChosen}
        />
      </Field>
      {meter && !meter.suggested && (
        <Field label={`One ${unit} is`} hint={`In the meter's unit, exactly; up to 12 places.`}>
          <NumberInput unit={meter.unit} value={factor} onChange={(event) => setFactor(event.target.value)} />
        </Field>
      )}
      {map.refusal && <Callout tone="bad">{map.refusal}</Callout>}
      <div className="flex flex-wrap justify-end gap-2">
        <DialogClose />
        <Button
          look="primary"
          pending={map.pending}
          disabled={!meter || counted === ""}
          onClick={() =>
            meter &&
            map.run({
              sourceId,
              service,
              unit,
              meterId: meter.id,
              factor: counted,
              sku: scope === "every" ? "*" : sku,
            })
          }
        >
          Map and take in
        </Button>
      </div>
    </div>
  );
}

type Scope = "one" | "every";
type SkuProps = Pick<Props, "sku" | "unit"> & { scope: Scope; setScope: (scope: Scope) => void };

function SkuField({ scope, setScope, sku, unit }: SkuProps) {
  return (
    <Field label="Which of its SKUs" hint="A mapping for one SKU goes before the one for every SKU.">
      <Select
        options={[
          { value: "every", label: "Every SKU of the service", hint: `that is counted in ${unit}` },
          { value: "one", label: `${sku} alone` },
        ]}
        value={scope}
        onValueChange={setScope}
      />
    </Field>
  );
}
