import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { ApiProvider } from "@/components/api/provider";
import { mono, sans } from "./fonts";
import { chosenTheme } from "./theme-cookie";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Tributary", template: "%s · Tributary" },
  description: "From offer to payout, and the trace of every cent.",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f4ee" },
    { media: "(prefers-color-scheme: dark)", color: "#12130f" },
  ],
};

/** The theme comes with the request, as a cookie, so that the first paint is the right one. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = await chosenTheme();
  return (
    <html lang="en" data-theme={theme} className={`${sans.variable} ${mono.variable}`}>
      <body>
        <ApiProvider>{children}</ApiProvider>
      </body>
    </html>
  );
}
