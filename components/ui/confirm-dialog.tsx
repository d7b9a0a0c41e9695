"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { type ReactElement, type ReactNode, useState } from "react";
import { Button } from "./button";
import { buttonClass } from "./button-look";
import { Callout } from "./callout";
import { cx, veil } from "./classes";
import { Facts } from "./facts";

type Props = {
  trigger: ReactElement;
  /** A question with the verb in it: "Approve payout run March?" */
  title: string;
  /** What will happen, in a sentence or two, before anything is asked. */
  consequence: ReactNode;
  /** To whom, for how much, from when: each a row. */
  facts?: readonly { readonly name: string; readonly value: ReactNode }[];
  /** The verb again: "Approve run". */
  confirm: string;
  danger?: boolean;
  disabled?: boolean;
  /** Acts. Resolves to close; throws or returns `false` to stay open. */
  onConfirm: () => Promise<unknown> | unknown;
  /** Why the last try was refused (`action.refusal`). */
  refusal?: string | null;
  /** Anything to fill in first, such as a reason. */
  children?: ReactNode;
};

/** The consequence before the confirmation: what will happen, to whom, for how much. */
export function ConfirmDialog(props: Props) {
  const { trigger, title, consequence, facts, confirm, danger = false, disabled = false, refusal } = props;
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);

  async function act() {
    if (pending) return;
    setPending(true);
    try {
      if ((await props.onConfirm()) !== false) setOpen(false);
    } catch {
      // The refusal is told by the action itself; the dialog stays for another try.
    } finally {
      setPending(false);
    }
  }

  return (
    <AlertDialog.Root open={open} onOpenChange={setOpen}>
      <AlertDialog.Trigger render={trigger} />
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={veil} />
        <AlertDialog.Viewport className="fixed inset-0 z-50 grid place-items-center overflow-y-auto p-3">
          <AlertDialog.Popup className={sheet}>
            <div className="grid gap-3 px-5 py-4">
              <AlertDialog.Title className="text-lg font-semibold">{title}</AlertDialog.Title>
              <AlertDialog.Description render={<div />} className="text-muted">
                {consequence}
              </AlertDialog.Description>
              {facts && <Facts facts={facts} />}
              {props.children}
              {refusal && <Callout tone="bad">{refusal}</Callout>}
            </div>
            <footer className="flex justify-end gap-2 rounded-b-lg border-t border-line bg-surface px-5 py-3">
              <AlertDialog.Close className={buttonClass({})}>Back</AlertDialog.Close>
              <Button
                look={danger ? "danger" : "primary"}
                pending={pending}
                disabled={disabled}
                onClick={act}
              >
                {confirm}
              </Button>
            </footer>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

const sheet = cx(
  "w-full max-w-lg rounded-lg border border-line bg-raised text-ink shadow-lg outline-none",
  "transition-opacity duration-150 data-starting-style:opacity-0 data-ending-style:opacity-0",
);
