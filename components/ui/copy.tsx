"use client";

import { Check, Copy as CopyIcon } from "lucide-react";
import { useState } from "react";

/** A reference to read out or paste: an id, a number, a digest. Pressing it copies it. */
export function CopyText({ text, short }: { text: string; short?: string }) {
  const [copied, setCopied] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  }

  return (
    <button
      type="button"
      onClick={copy}
      title={text}
      className="inline-flex max-w-full items-center gap-1.5 rounded-sm font-mono text-sm hover:text-river"
    >
      <span className="truncate">{short ?? text}</span>
      {copied ? (
        <Check className="size-3 text-good" aria-hidden="true" />
      ) : (
        <CopyIcon className="size-3 text-muted" aria-hidden="true" />
      )}
      <span className="sr-only" aria-live="polite">
        {copied ? "Copied" : "Copy"}
      </span>
    </button>
  );
}
