import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { QuoteSeen } from "@/server/quote/read/quote";
import { QuoteSteps } from "./quote-steps";

type Version = QuoteSeen["versions"][number];
const day = new Date("2026-03-02T09:00:00Z");

describe("the way of a version", () => {
  test.each([
    // status, stamps it has: approved, sent, accepted, ended                      shown
    ["draft", "", "Draft now, Approved to come, Sent to come, Accepted to come, Ordered to come"],
    [
      "in_approval",
      "",
      "Waiting for approval now, Approved to come, Sent to come, Accepted to come, Ordered to come",
    ],
    ["approved", "approved", "Draft done, Approved now, Sent to come, Accepted to come, Ordered to come"],
    ["sent", "approved sent", "Draft done, Approved done, Sent now, Accepted to come, Ordered to come"],
    [
      "ordered",
      "approved sent accepted",
      "Draft done, Approved done, Sent done, Accepted done, Ordered done",
    ],
    ["declined", "approved sent ended", "Draft done, Approved done, Sent done, Declined failed"],
    ["expired", "approved sent ended", "Draft done, Approved done, Sent done, Expired failed"],
    ["voided", "ended", "Draft done, Void failed"],
  ] as const)("%s", (status, stamps, shown) => {
    const html = renderToStaticMarkup(<QuoteSteps version={version(status, stamps)} />);
    const steps = [...html.matchAll(/<span class="[^"]*">([^<]+)<span class="sr-only"> \(([^)]+)\)/g)];
    expect(steps.map(([, label, state]) => `${label} ${state}`).join(", ")).toBe(shown);
  });
});

function version(status: Version["status"], stamps: string): Version {
  const at = (stamp: string) => (stamps.includes(stamp) ? day : null);
  return {
    ...{ id: "qvn_1" as Version["id"], number: 1, status, createdAt: day, validUntil: day },
    ...{ submittedAt: null, approvedAt: at("approved"), sentAt: at("sent") },
    ...{ acceptedAt: at("accepted"), endedAt: at("ended") },
    ...{ acceptedByName: null, declinedReason: null, voidedReason: null, approvalId: null },
  };
}
