import { api, found } from "@/app/api";
import { InvoiceView } from "@/components/invoice/invoice-view";
import type { Id } from "@/server/core/ids";

export const metadata = { title: "Invoice" };

export default async function InvoicePage({ params }: PageProps<"/partner/invoices/[id]">) {
  const { id } = await params;
  const invoice = await found((await api()).invoice.get({ invoiceId: id as Id<"invoice"> }));
  return <InvoiceView invoice={invoice} base="/partner" mayPay={false} />;
}
