import type { Id, OperatorId } from "@/server/core/ids";
import { inSystemScope } from "./client";
import { eventContext } from "./context";
import { emit } from "./emit";

type Callback = {
  readonly operatorId: string;
  readonly taskId: string;
  readonly outcome: "done" | "failed";
  readonly words: string;
};

/** Keeps what a supplier's signed call told, for the stage that waits for it. */
export async function hearCallback({ operatorId, taskId, outcome, words }: Callback): Promise<void> {
  await inSystemScope(operatorId as OperatorId, eventContext().clock(), (scope) =>
    emit(scope, "supplier.answered", { taskId: taskId as Id<"task">, outcome, words }),
  );
}
