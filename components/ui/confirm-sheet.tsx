"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useState } from "react";
import { Button } from "./button";
import { buttonClass } from "./button-look";
import { Callout } from "./callout";
import { cx, veil } from "./classes";
import type { ConfirmProps } from "./confirm-dialog";
import { Facts } from "./facts";

type Props = Omit<ConfirmProps, "trigger"> & { open: boolean; onOpenChange: (open: boolean) => void };

export function ConfirmSheet(props: Props) {
  const { title, consequence, facts, confirm, danger = false, disabled = false, refusal } = props;
  const { pending, act } = useOnce(props.onConfirm, () => props.onOpenChange(false));
  return (
    <AlertDialog.Root open={props.open} onOpenChange={(open) => props.onOpenChange(open)}>
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

/** Runs once until it is over, and then closes, unless it was refused. */
function useOnce(run: ConfirmProps["onConfirm"], close: () => void) {
  const [pending, setPending] = useState(false);

  async function act() {
    if (pending) return;
    setPending(true);
    try {
      if ((await run()) !== false) close();
    } catch {
      // The refusal is told by the action itself; the dialog stays for another try.
    } finally {
      setPending(false);
    }
  }

  return { pending, act };
}

const sheet = cx(
  "w-full max-w-lg rounded-lg border border-line bg-raised text-ink shadow-lg outline-none",
  "transition-opacity duration-150 data-starting-style:opacity-0 data-ending-style:opacity-0",
);
