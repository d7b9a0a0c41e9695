"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronsUpDown } from "lucide-react";
import { control, cx, popup, popupItem } from "./classes";
import type { Option, SelectProps } from "./select";

type Props<Value extends string> = Omit<SelectProps<Value>, "onValueChange"> & {
  /** `null` when emptied. */
  onValueChange: (value: Value | null) => void;
  /** What to say when nothing matches. */
  empty?: string;
};

/** One of many, found by typing. */
export function Combobox<Value extends string>(props: Props<Value>) {
  const { options, value, onValueChange, placeholder = "Type to find…", empty = "Nothing matches." } = props;
  return (
    <Base.Root
      items={options}
      value={options.find((option) => option.value === value) ?? null}
      onValueChange={(option: Option<Value> | null) => onValueChange(option?.value ?? null)}
      isItemEqualToValue={(left: Option<Value>, right: Option<Value>) => left.value === right.value}
      disabled={props.disabled}
      name={props.name}
      id={props.id}
    >
      <Base.InputGroup className="relative">
        <Base.Input
          placeholder={placeholder}
          aria-label={props["aria-label"]}
          onBlur={props.onBlur}
          className={cx(control, "pr-8")}
        />
        <Base.Trigger className="absolute inset-y-0 right-0 px-2.5 text-muted" aria-label="Show choices">
          <ChevronsUpDown className="size-3.5" aria-hidden="true" />
        </Base.Trigger>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50">
          <Base.Popup className={cx(popup, "max-h-80 overflow-y-auto")}>
            <Base.Empty>
              <p className="px-2 py-2 text-muted">{empty}</p>
            </Base.Empty>
            <Base.List>{(option: Option<Value>) => <Choice key={option.value} option={option} />}</Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Choice({ option }: { option: Option }) {
  return (
    <Base.Item value={option} disabled={option.disabled ?? false} className={popupItem}>
      <span className="min-w-0 flex-1">
        {option.label}
        {option.hint && <span className="block text-xs text-muted">{option.hint}</span>}
      </span>
      <Base.ItemIndicator className="text-river">
        <Check className="size-3.5" aria-hidden="true" />
      </Base.ItemIndicator>
    </Base.Item>
  );
}
