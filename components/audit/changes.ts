/** One field of a change, as text; null where it was not there. */
export type Change = {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** The fields of what was before and after, by name; nested ones by their way, as `terms.discountBand`. */
export function changesOf(before: unknown, after: unknown): readonly Change[] {
  const [was, is] = [new Map(fieldsOf(before, "")), new Map(fieldsOf(after, ""))];
  return [...new Set([...was.keys(), ...is.keys()])].map((field) => ({
    field: field === "" ? "value" : field,
    before: was.get(field) ?? null,
    after: is.get(field) ?? null,
  }));
}

function fieldsOf(value: unknown, way: string): readonly (readonly [string, string])[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) {
    const isPlain = value.every((each) => typeof each !== "object" || each === null);
    if (isPlain) return [[way, value.map(String).join(", ")]];
    return value.flatMap((each, place) => fieldsOf(each, `${way}[${place + 1}]`));
  }
  if (typeof value === "object")
    return Object.entries(value).flatMap(([name, each]) =>
      fieldsOf(each, way === "" ? name : `${way}.${name}`),
    );
  return [[way, String(value)]];
}
