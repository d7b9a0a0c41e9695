export type Postgres = {
  /** As the owner, to the database `postgres`. */
  readonly url: string;
  readonly port: number;
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
};

export function startPostgres(options: {
  readonly folder: string;
  readonly password: string;
  readonly throwaway?: boolean;
}): Promise<Postgres>;
