import { decimal, isZero } from "@/server/core/decimal";
import type { OfferedComponent } from "@/server/offer/rules/draft";
import { type Finding, failed, passed } from "./finding";

/** Whether everything in an offer can be ordered, taxed and fulfilled at all. */
export function checkContent(components: readonly OfferedComponent[]): readonly Finding[] {
  if (components.length === 0)
    return [failed("Components", "There is nothing in the offer: put an item in.")];
  return [
    checkEach(
      "Tax class",
      components,
      ({ taxClass }) => taxClass !== null,
      "has no tax class: give it one, or no invoice can name its tax",
    ),
    checkEach(
      "Fulfilment",
      components,
      ({ recipe }) => recipe !== null,
      "has no recipe: say who brings it to life and how long it may take",
    ),
    checkEach(
      "Meters",
      components,
      ({ charge, meterId }) => charge !== "usage" || meterId !== null,
      "is charged by usage but nothing measures it: name its meter",
    ),
    checkOrder(components),
    checkQuantities(components),
  ];
}

function checkEach(
  check: string,
  components: readonly OfferedComponent[],
  holds: (component: OfferedComponent) => boolean,
  fault: string,
): Finding {
  const faulty = components.filter((component) => !holds(component));
  if (faulty.length === 0) return passed(check, `All ${components.length} components are complete.`);
  return failed(check, faulty.map(({ name }) => `“${name}” ${fault}.`).join(" "));
}

/**
 * Recipes wait for SKUs of the same order: those must be there, and must not wait for each other in a circle.
 */
function checkOrder(components: readonly OfferedComponent[]): Finding {
  const check = "Order of tasks";
  const waits = new Map(components.map(({ sku, recipe }) => [sku, recipe?.after ?? []]));
  const names = new Map(components.map(({ sku, name }) => [sku, name]));
  for (const [sku, after] of waits) {
    const missing = after.find((each) => !waits.has(each));
    if (missing)
      return failed(check, `“${names.get(sku)}” waits for “${missing}”, which the offer does not contain.`);
  }
  const done = new Set<string>();
  for (let before = -1; done.size > before; ) {
    before = done.size;
    for (const [sku, after] of waits) if (after.every((each) => done.has(each))) done.add(sku);
  }
  const stuck = [...waits.keys()].filter((sku) => !done.has(sku)).map((sku) => `“${names.get(sku)}”`);
  if (stuck.length > 0)
    return failed(check, `${stuck.join(" and ")} wait for each other: none of them could ever begin.`);
  return passed(check, "Every task can begin once those before it are done.");
}

function checkQuantities(components: readonly OfferedComponent[]): Finding {
  const check = "Usual order";
  const idle = components.every(({ quantityDefault }) => isZero(decimal(quantityDefault)));
  if (idle) return failed(check, "The usual quantity of every component is zero: an order would be empty.");
  return passed(check, "An order of the usual quantities contains something.");
}
