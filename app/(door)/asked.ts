export type Asked = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The values of an address's query, each once. */
export async function asked({ searchParams }: Asked): Promise<Readonly<Record<string, string | undefined>>> {
  const entries = Object.entries(await searchParams);
  return Object.fromEntries(entries.map(([name, value]) => [name, [value].flat()[0]]));
}
