import { canonicalJson, sha256Hex } from "@/server/core/digest";
import type { QuotedLeg } from "./legs";

type Content = {
  readonly customerId: string;
  readonly partnerId: string;
  readonly marketplaceId: string | null;
  readonly offerVersionId: string;
  readonly chain: unknown;
  readonly termMonths: number;
  readonly validUntil: Date;
  readonly lines: readonly {
    readonly componentId: string;
    readonly itemId: string;
    readonly quantity: string;
    readonly legs: readonly QuotedLeg[];
  }[];
};

/**
 * What an approval and an acceptance are about: everything that a quote version promises. The price versions
 * of all edges go into it, so that nobody can find another edge's price by trying amounts against it.
 */
export function quoteDigest(content: Content): string {
  return sha256Hex(canonicalJson(content));
}
