"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import type { ReactNode } from "react";
import {
  type DefaultValues,
  type FieldValues,
  FormProvider,
  type Resolver,
  type UseFormReturn,
  useForm,
} from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { Action } from "./action";

type AnySchema = z.core.$ZodType<FieldValues, FieldValues>;

type FormOf<Schema extends AnySchema> = UseFormReturn<z.input<Schema>, unknown, z.output<Schema>>;

/**
 * A form whose answers are checked by a zod schema before they are sent; the procedure checks them again.
 * Hand over the way to the schema, `() => import("./quote-schema").then((file) => file.QuoteSchema)`: zod
 * weighs as much as React itself, and the form needs it only when somebody has begun to answer.
 */
export function useZodForm<Schema extends AnySchema>(
  schema: Schema | (() => Promise<Schema>),
  defaultValues: DefaultValues<z.input<Schema>>,
): FormOf<Schema> {
  return useForm({ resolver: resolverOf(schema), defaultValues, mode: "onTouched" });
}

function resolverOf<Schema extends AnySchema>(
  schema: Schema | (() => Promise<Schema>),
): Resolver<z.input<Schema>, unknown, z.output<Schema>> {
  return async (answers, context, options) => {
    const loaded = typeof schema === "function" ? await schema() : schema;
    return standardSchemaResolver(loaded)(answers, context, options);
  };
}

type Props<Input extends FieldValues, Output> = {
  form: UseFormReturn<Input, unknown, Output>;
  /** From `useAction`: what is done with the answers, once they are valid. */
  action: Action;
  onSubmit: (answers: Output) => unknown;
  /** The verb on the button: "Create quote". */
  submit: string;
  /** More buttons, before the submitting one. */
  more?: ReactNode;
  children: ReactNode;
};

export function Form<Input extends FieldValues, Output>(props: Props<Input, Output>) {
  const { form, action, onSubmit, submit, more, children } = props;
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={form.handleSubmit((answers) => onSubmit(answers))} className="grid gap-4">
        {children}
        {action.refusal && <Callout tone="bad">{action.refusal}</Callout>}
        <div className="flex flex-wrap justify-end gap-2">
          {more}
          <Button type="submit" look="primary" pending={action.pending}>
            {submit}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}

/** Short fields side by side where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="grid gap-4 sm:grid-cols-[repeat(auto-fit,minmax(10rem,1fr))]">{children}</div>;
}
