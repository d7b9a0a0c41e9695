type As = { readonly name?: string; readonly password?: string; readonly database?: string };

/** The same server's address for another role or database. */
export function urlAs(url: string, { name, password, database }: As): string {
  const address = new URL(url);
  if (name !== undefined) address.username = encodeURIComponent(name);
  if (password !== undefined) address.password = encodeURIComponent(password);
  if (database !== undefined) address.pathname = `/${database}`;
  return address.href;
}
