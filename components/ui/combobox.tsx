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
  const { options, value, onValueChange, placeholder = "Choose…", empty = "Nothing matches." } = props;
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
      <Base.Trigger aria-label={props["aria-label"]} onBlur={props.onBlur} className={trigger}>
        <Base.Value>
          {(option: Option<Value> | null) => (
            <span className={cx("truncate", !option && "text-muted")}>{option?.label ?? placeholder}</span>
          )}
        </Base.Value>
        <ChevronsUpDown className="size-3.5 shrink-0 text-muted" aria-hidden="true" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="start" className="z-50">
          <Base.Popup className={popup} aria-label="Choices">
            <Base.Input aria-label="Find a choice" placeholder="Type to find…" className={finder} />
            <Base.Empty>
              <p className="px-2 py-2 text-muted">{empty}</p>
            </Base.Empty>
            <Base.List className="max-h-72 overflow-y-auto">
              {(option: Option<Value>) => <Choice key={option.value} option={option} />}
            </Base.List>
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

const trigger = cx(control, "flex items-center justify-between gap-2 text-left select-none");
const finder = cx(
  "mb-1 h-8 w-full rounded-sm border-b border-line bg-transparent px-2 text-sm outline-none",
  "placeholder:text-muted",
);
