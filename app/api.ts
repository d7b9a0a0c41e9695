import "server-only";
import { TRPCError } from "@trpc/server";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { createCaller } from "@/server/router";
import { contextOf } from "./context";
import { signedIn } from "./session";

/** The API, called from a page as who looks at it. Without a session it leads to the door. */
export const api = cache(async () => createCaller(contextOf(await signedIn(), await headers())));

/** What the API knows of, or the page that says there is nothing. */
export async function found<Result>(asked: Promise<Result>): Promise<Result> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
