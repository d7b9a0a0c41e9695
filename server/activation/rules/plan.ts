import { Refusal } from "@/server/core/refusal";
import type { Recipe } from "@/server/offer/rules/vocabulary";

export type PlannedItem = { readonly id: string; readonly sku: string; readonly recipe: Recipe };

export type PlannedTask = {
  readonly itemId: string;
  readonly title: string;
  readonly kind: Recipe["kind"];
  /** Items of the same order whose tasks must be done before. */
  readonly after: readonly string[];
  /** Counted from the start of the order. */
  readonly hours: number;
};

/**
 * One task an item, as its recipe says. A recipe that waits for a SKU which the order does not have does not
 * wait for
 * it; one that waits for itself, straight or in a circle, is refused, because the order would never end.
 */
export function planTasks(items: readonly PlannedItem[]): readonly PlannedTask[] {
  const bySku = new Map(items.map((item) => [item.sku, item.id]));
  const tasks = items.map(({ id, recipe }) => ({
    itemId: id,
    title: recipe.title,
    kind: recipe.kind,
    after: recipe.after.map((sku) => bySku.get(sku)).filter((each) => each !== undefined),
    hours: recipe.hours,
  }));
  assertNoCircle(tasks);
  return tasks;
}

function assertNoCircle(tasks: readonly PlannedTask[]): void {
  const done = new Set<string>();
  let waiting = tasks;
  while (waiting.length > 0) {
    const ready = waiting.filter(({ after }) => after.every((id) => done.has(id)));
    if (ready.length === 0) {
      const titles = waiting.map(({ title }) => `“${title}”`).join(", ");
      throw new Refusal("CONFLICT", `These tasks wait for each other: ${titles}.`);
    }
    for (const { itemId } of ready) done.add(itemId);
    waiting = waiting.filter(({ itemId }) => !done.has(itemId));
  }
}
