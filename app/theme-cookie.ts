import { cookies } from "next/headers";
import type { Theme } from "@/components/shell/theme-toggle";

const name = "theme";
const year = 365 * 24 * 60 * 60;

/** Light or dark, if somebody chose; otherwise their system decides. */
export async function chosenTheme(): Promise<Theme | undefined> {
  const chosen = (await cookies()).get(name)?.value;
  return chosen === "light" || chosen === "dark" ? chosen : undefined;
}

export async function keepTheme(theme: Theme): Promise<void> {
  (await cookies()).set(name, theme === "dark" ? "dark" : "light", { maxAge: year, sameSite: "lax" });
}
