import type { ReactNode } from "react";
import { supplierNavigation } from "@/app/navigation";
import { signedIn } from "@/app/session";
import { chooseTheme } from "@/app/theme";
import { Shell } from "@/components/shell/shell";

export default async function SupplierLayout({ children }: { children: ReactNode }) {
  const session = await signedIn("supplier");
  return (
    <Shell session={session} navigation={supplierNavigation} chooseTheme={chooseTheme}>
      {children}
    </Shell>
  );
}
