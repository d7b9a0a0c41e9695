declare global {
  namespace NodeJS {
    interface ProcessEnv {
      /** Set by Next, which builds this file for two runtimes. */
      readonly NEXT_RUNTIME?: "nodejs" | "edge";
    }
  }
}

/** What a server starts beside its pages: background work, on a connection that row-level security holds. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startBackground } = await import("@/server/events/background");
    await startBackground();
    const { startSealer } = await import("@/server/audit/sealer");
    await startSealer(() => new Date());
  }
}
