export type ApprovalSubject = "quote_version" | "offer_version" | "payout_run";

export type ApprovalStatus = "pending" | "approved" | "rejected" | "sent_back" | "voided";
