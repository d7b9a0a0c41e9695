import { z } from "zod";
import type { PartyId } from "@/server/core/ids";
import { listInput } from "@/server/core/list";
import { type Currency, isCurrency } from "@/server/core/money/currency";
import { accountKinds } from "./posting";

export const AccountList = listInput(
  ["account", "owner", "currency", "balance", "entries"],
  ["account", "currency"],
);
export type AccountList = z.infer<typeof AccountList>;

const accountRef = {
  account: z.enum(accountKinds),
  ownerId: z.custom<PartyId>((value) => typeof value === "string" && value.length > 0 && value.length < 64),
  currency: z.custom<Currency>((value) => typeof value === "string" && isCurrency(value)),
};
export const AccountRef = z.strictObject(accountRef);
export type AccountRef = z.infer<typeof AccountRef>;

export const EntryList = listInput(["bookedAt"]).extend(accountRef);
export type EntryList = z.infer<typeof EntryList>;

export const TransactionRef = z.strictObject({ event: z.string().min(1).max(300) });
export type TransactionRef = z.infer<typeof TransactionRef>;
