"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { type DragEvent, useId, useRef, useState, useSyncExternalStore } from "react";
import { routeOf } from "@/components/ui/anchor";
import { Callout } from "@/components/ui/callout";
import { cx } from "@/components/ui/classes";
import { Progress } from "@/components/ui/progress";
import { Select } from "@/components/ui/select";
import { TextLink } from "@/components/ui/text-link";
import { type Sent, sendFile } from "./send-file";

type Source = { readonly id: string; readonly name: string; readonly supplier: string };
type Props = { sources: readonly Source[]; base: string };

type State =
  | { readonly at: "rest" }
  | { readonly at: "sending"; readonly name: string; readonly sent: number; readonly of: number }
  | { readonly at: "refused"; readonly why: string }
  | { readonly at: "known"; readonly name: string; readonly before: Sent };

/**
 * Where a usage file is dropped or chosen. It travels as it is; the page of the file shows what becomes of
 * it.
 */
export function UploadFile({ sources, base }: Props) {
  const router = useRouter();
  const [sourceId, setSource] = useState(sources[0]?.id ?? null);
  const [state, setState] = useState<State>({ at: "rest" });
  const busy = useRef(false);
  const listens = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

  async function send(file: File | undefined) {
    if (!file || !sourceId || busy.current) return;
    busy.current = true;
    setState({ at: "sending", name: file.name, sent: 0, of: file.size });
    try {
      const answer = await sendFile(file, sourceId, (sent) =>
        setState({ at: "sending", name: file.name, sent, of: file.size }),
      );
      if ("refused" in answer) setState({ at: "refused", why: answer.refused });
      else if (answer.takenBefore) setState({ at: "known", name: file.name, before: answer });
      else router.push(routeOf(`${base}/usage/${answer.fileId}`));
    } finally {
      busy.current = false;
    }
  }

  return (
    <div className="grid gap-2">
      <DropZone onFile={send} disabled={!listens || state.at === "sending"}>
        {sources.length > 1 && (
          <span className="w-64 max-w-full">
            <Select
              aria-label="Source"
              options={sources.map(({ id, name, supplier }) => ({
                value: id,
                label: `${supplier}: ${name}`,
              }))}
              value={sourceId}
              onValueChange={setSource}
            />
          </span>
        )}
      </DropZone>
      {state.at === "sending" && (
        <Progress
          label={`Sending “${state.name}”`}
          done={Math.round(state.sent / 1e4) / 100}
          total={Math.round(state.of / 1e4) / 100}
          unit="MB"
        />
      )}
      {state.at === "refused" && <Callout tone="bad">{state.why}</Callout>}
      {state.at === "known" && <KnownFile name={state.name} before={state.before} base={base} />}
    </div>
  );
}

/** A file that was chosen before the page listens would be lost without a word. */
const never = () => () => {};

function KnownFile({ name, before, base }: { name: string; before: Sent; base: string }) {
  const first = before.takenBefore;
  return (
    <Callout tone="info" title={`“${name}” was here before`}>
      The same content came in as{" "}
      <TextLink href={`${base}/usage/${before.fileId}`}>{first?.name ?? "another file"}</TextLink>
      {first ? ` on ${first.receivedAt.slice(0, 10)}` : ""}. Nothing was taken in again.
    </Callout>
  );
}

type ZoneProps = { onFile: (file: File | undefined) => void; disabled: boolean; children: React.ReactNode };

function DropZone({ onFile, disabled, children }: ZoneProps) {
  const [over, setOver] = useState(false);
  const id = useId();
  const drag = (entered: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(entered);
  };
  return (
    <section
      aria-label="Import a usage file"
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!disabled) onFile(event.dataTransfer.files[0]);
      }}
      className={cx(zone, over ? "border-river bg-river-soft" : "border-line-strong")}
    >
      <FileUp className="size-4 shrink-0 text-muted" aria-hidden="true" />
      <p className="min-w-0 flex-1 basis-60 text-sm">
        <label htmlFor={id} className={cx(choose, disabled && "pointer-events-none opacity-60")}>
          Choose a usage file
        </label>{" "}
        <span className="text-muted">or drop it here: FOCUS 1.0 as CSV, up to 512 MB.</span>
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          disabled={disabled}
          className="peer sr-only"
          onChange={(event) => {
            onFile(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </p>
      {children}
    </section>
  );
}

const zone = cx(
  "flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-dashed px-4 py-3",
  "focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-river",
);
const choose = "cursor-pointer font-medium text-river underline underline-offset-2 hover:text-river-deep";
