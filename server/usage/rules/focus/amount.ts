import { decimalToText } from "@/server/core/decimal";
import { quantity } from "@/server/core/quantity";
import { Refusal } from "@/server/core/refusal";
import type { Told } from "./instant";

const plain = /^-?\d{1,23}(?:\.\d{1,15})?$/;

/**
 * Reads an exact quantity and gives it in its shortest plain notation, so that `2.0` and `2` are one. A comma
 * is refused whatever it stands for: 1,234 is more than a thousand in one country and little more than one in
 * another.
 */
export function readAmount(text: string): Told<string> {
  if (plain.test(text)) return { value: shortest(text) };
  if (text.includes(",")) {
    return { reason: "has a comma, which may part thousands or decimals; write it as 1234.5" };
  }
  if (/^[+-]?(nan|inf(inity)?)$/i.test(text)) return { reason: "is not a quantity" };
  const mapped = text.replace(/^([+-]?)\./, "$10.").replace(/^([+-]?\d+)\.(?=$|[eE])/, "$1");
  try {
    return { value: decimalToText(quantity(mapped)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { reason: reasonFor(error.message) };
  }
}

function reasonFor(refusal: string): string {
  return /has more than/.test(refusal)
    ? "has more than 15 places or 23 digits before the point"
    : "is not a number like 1234.5";
}

/** Without zeros that say nothing: `-0.50` is `-0.5`, `007` is `7`, `-0` is `0`. */
function shortest(text: string): string {
  const negative = text.charCodeAt(0) === 0x2d;
  const point = text.indexOf(".");
  let end = text.length;
  if (point >= 0) {
    while (text.charCodeAt(end - 1) === 0x30) end -= 1;
    if (end - 1 === point) end = point;
  }
  const whole = point < 0 ? end : point;
  let start = negative ? 1 : 0;
  while (start < whole - 1 && text.charCodeAt(start) === 0x30) start += 1;
  const digits = text.slice(start, end);
  return digits === "0" || !negative ? digits : `-${digits}`;
}
