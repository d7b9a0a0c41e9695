import type { ReactNode } from "react";
import { partnerNavigation } from "@/app/navigation";
import { signedIn } from "@/app/session";
import { chooseTheme } from "@/app/theme";
import { Shell } from "@/components/shell/shell";

export default async function PartnerLayout({ children }: { children: ReactNode }) {
  const session = await signedIn("partner");
  return (
    <Shell session={session} navigation={partnerNavigation} chooseTheme={chooseTheme}>
      {children}
    </Shell>
  );
}
