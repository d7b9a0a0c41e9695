import { z } from "zod";
import { listInput } from "@/server/core/list";
import { idOf } from "@/server/core/ref";

export const OrderRef = z.strictObject({ id: idOf("order") });
export const OrderOfQuote = z.strictObject({ quoteVersionId: idOf("quoteVersion") });
export type OrderOfQuote = z.infer<typeof OrderOfQuote>;

export const OrderList = listInput(
  ["placedAt", "number", "customer", "partner", "offer", "status", "completedAt"],
  ["status", "partner", "customer"],
);
export type OrderList = z.infer<typeof OrderList>;

export const ItemList = listInput(["newest", "name", "status", "completedAt"], ["status"]);
export type ItemList = z.infer<typeof ItemList>;
