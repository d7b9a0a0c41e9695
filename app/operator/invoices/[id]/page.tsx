import { api, found } from "@/app/api";
import { signedIn } from "@/app/session";
import { InvoiceView } from "@/components/invoice/invoice-view";
import { may } from "@/server/access/permissions";
import type { Id } from "@/server/core/ids";

export const metadata = { title: "Invoice" };

export default async function InvoicePage({ params }: PageProps<"/operator/invoices/[id]">) {
  const { id } = await params;
  const { actor } = await signedIn("operator");
  const invoice = await found((await api()).invoice.get({ invoiceId: id as Id<"invoice"> }));
  return <InvoiceView invoice={invoice} base="/operator" mayPay={may(actor, "payment.record")} />;
}
