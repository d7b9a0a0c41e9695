"use server";

import type { Theme } from "@/components/shell/theme-toggle";
import { keepTheme } from "./theme-cookie";

export async function chooseTheme(theme: Theme): Promise<void> {
  await keepTheme(theme);
}
