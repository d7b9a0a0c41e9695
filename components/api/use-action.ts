"use client";

import { type UseMutationOptions, useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { routeOf } from "@/components/ui/anchor";
import { useToast } from "@/components/ui/toast";

type Options<Output, Input> = {
  /** Said as a toast when it is done: "Quote sent". */
  done?: string | ((output: Output) => string);
  /** Where to go afterwards. */
  goTo?: (output: Output) => string;
  /** Anything more to do on success, before the page is drawn anew. */
  onDone?: (output: Output, input: Input) => void;
  /** Where a refusal is told: beside the button (`refusal`), or also as a toast, the default. */
  tell?: "toast" | "here";
};

/**
 * One thing a person does, from press to result: `useAction(trpc.quote.send.mutationOptions(), { done })`.
 * While it runs a second press does nothing; when it is done the page's data is fetched anew; when it is
 * refused, `refusal` holds the sentence and nothing moves.
 */
export function useAction<Input, Output, Failure extends { readonly message: string }, Context>(
  mutation: UseMutationOptions<Output, Failure, Input, Context>,
  options: Options<Output, Input> = {},
) {
  const { mutateAsync, isPending, reset, data } = useMutation(mutation);
  const [refusal, setRefusal] = useState<string | null>(null);
  const running = useRef(false);
  const router = useRouter();
  const toast = useToast();

  /** Resolves to the output, or to `false` when it was refused or already running. */
  async function run(input: Input): Promise<Output | false> {
    if (running.current) return false;
    running.current = true;
    setRefusal(null);
    try {
      const output = await mutateAsync(input);
      const { done, goTo, onDone } = options;
      if (done) toast.done(typeof done === "string" ? done : done(output));
      onDone?.(output, input);
      if (goTo) router.push(routeOf(goTo(output)));
      router.refresh();
      return output;
    } catch (error) {
      const sentence = sentenceOf(error);
      setRefusal(sentence);
      if (options.tell !== "here") toast.refused(sentence);
      return false;
    } finally {
      running.current = false;
    }
  }

  return { run, pending: isPending, refusal, output: data, reset };
}

function sentenceOf(error: unknown): string {
  if (error instanceof TypeError || !(error instanceof Error)) {
    return "The server could not be reached. Nothing was sent; please try again.";
  }
  if (error.message.startsWith("[")) return "Some of the entries are not valid. Nothing was changed.";
  return error.message || "Something went wrong. Nothing was changed.";
}
