import type { ReactNode } from "react";
import { operatorNavigation } from "@/app/navigation";
import { signedIn } from "@/app/session";
import { chooseTheme } from "@/app/theme";
import { Shell } from "@/components/shell/shell";

export default async function OperatorLayout({ children }: { children: ReactNode }) {
  const session = await signedIn("operator");
  return (
    <Shell session={session} navigation={operatorNavigation} chooseTheme={chooseTheme}>
      {children}
    </Shell>
  );
}
