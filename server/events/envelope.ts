import type { Role } from "@/server/access/actor";
import type { PartyId, UserId } from "@/server/core/ids";

/** Who caused an event. */
export type EventActor = {
  readonly user: UserId | null;
  readonly name: string;
  /** None for a job that sends events for an operator. */
  readonly party: PartyId | null;
  readonly role: Role;
};

/** An event as a function receives it: the payload of Inngest's protocol. */
export type EventPayload = {
  readonly id: string;
  readonly name: string;
  readonly data: Record<string, unknown>;
  /** When it happened, in milliseconds since 1970. */
  readonly ts: number;
};
