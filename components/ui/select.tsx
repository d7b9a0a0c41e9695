"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import { control, cx, popup, popupItem } from "./classes";

export type Option<Value extends string = string> = {
  readonly value: Value;
  readonly label: string;
  /** A second, quieter line. */
  readonly hint?: string | undefined;
  readonly disabled?: boolean | undefined;
};

export type SelectProps<Value extends string = string> = {
  options: readonly Option<Value>[];
  value: Value | null;
  onValueChange: (value: Value) => void;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  name?: string | undefined;
  id?: string | undefined;
  onBlur?: (() => void) | undefined;
  /** Needed where no `Field` gives a label. */
  "aria-label"?: string | undefined;
};

/** One of a few. For many, `Combobox`. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, onValueChange, placeholder = "Choose…", disabled, name, id, onBlur } = props;
  return (
    <Base.Root
      items={[...options]}
      value={value}
      onValueChange={(next: Value | null) => next !== null && onValueChange(next)}
      disabled={disabled}
      name={name}
      id={id}
    >
      <Base.Trigger aria-label={props["aria-label"]} onBlur={onBlur} className={trigger}>
        <Base.Value placeholder={placeholder} className="truncate data-placeholder:text-muted" />
        <Base.Icon className="text-muted">
          <ChevronsUpDown className="size-3.5" aria-hidden="true" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <Base.Popup className={cx(popup, "max-h-80 overflow-y-auto")}>
            <Base.List>
              {options.map((option) => (
                <Choice key={option.value} option={option} />
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Choice({ option }: { option: Option }) {
  return (
    <Base.Item value={option.value} disabled={option.disabled ?? false} className={popupItem}>
      <span className="min-w-0 flex-1">
        <Base.ItemText>{option.label}</Base.ItemText>
        {option.hint && <span className="block text-xs text-muted">{option.hint}</span>}
      </span>
      <Base.ItemIndicator className="text-river">
        <Check className="size-3.5" aria-hidden="true" />
      </Base.ItemIndicator>
    </Base.Item>
  );
}

const trigger = cx(control, "flex items-center justify-between gap-2 text-left select-none");
