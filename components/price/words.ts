const audiences = {
  cost: "Cost",
  wholesale: "Wholesale",
  retail: "Retail",
} as const;

export type Audience = keyof typeof audiences;

export function audienceWord(audience: Audience): string {
  return audiences[audience];
}

export const audienceOptions = [
  { value: "cost", label: "Cost", hint: "What a supplier asks of the operator." },
  { value: "wholesale", label: "Wholesale", hint: "What a seller asks of a partner that resells." },
  { value: "retail", label: "Retail", hint: "What a seller asks of its customers." },
] as const;
