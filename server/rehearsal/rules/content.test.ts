import { describe, expect, test } from "vitest";
import type { OfferedComponent } from "@/server/offer/rules/draft";
import type { Recipe } from "@/server/offer/rules/vocabulary";
import { checkContent } from "./content";

describe("what is in an offer", () => {
  test.each([
    ["nothing is", [], "There is nothing in the offer: put an item in."],
    [
      "it waits for what is not there",
      [component("A", ["B"])],
      "“A” waits for “B”, which the offer does not contain.",
    ],
    [
      "it waits for itself on a detour",
      [component("A", ["B"]), component("B", ["A"]), component("C", [])],
      "“A” and “B” wait for each other: none of them could ever begin.",
    ],
    ["nobody usually orders any", [component("A", [], "0")], "The usual quantity of every component is zero"],
    ["nothing measures it", [{ ...component("A", []), charge: "usage" as const }], "name its meter"],
  ])("is not ready when %s", (_why, components, sentence) => {
    const failed = checkContent(components).filter(({ passed }) => !passed);
    expect(failed).toHaveLength(1);
    expect(failed[0]?.sentence).toContain(sentence);
  });

  test("is ready when all of it can be taxed, fulfilled and ordered", () => {
    const findings = checkContent([component("A", ["B"]), component("B", [])]);
    expect(findings.every(({ passed }) => passed)).toBe(true);
  });
});

function component(sku: string, after: readonly string[], quantityDefault = "1"): OfferedComponent {
  const recipe: Recipe = { kind: "manual", title: "Do it", hours: 1, after };
  return {
    ...{ componentId: `cmp_${sku}`, itemId: `itm_${sku}`, productId: "prd_1", supplierId: "pty_1" },
    ...{ position: 1, quantityMin: "0", quantityMax: null, quantityDefault },
    ...{ sku, name: sku, unit: "piece", charge: "recurring", meterId: null, taxClass: "standard", recipe },
  } as OfferedComponent;
}
