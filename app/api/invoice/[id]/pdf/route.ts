import { join } from "node:path";
import { Font, renderToBuffer } from "@react-pdf/renderer";
import { TRPCError } from "@trpc/server";
import { contextOf } from "@/app/context";
import { currentSession } from "@/app/session";
import { InvoiceDocument, paperFont } from "@/components/invoice/document";
import { printedInvoice } from "@/components/invoice/printed";
import type { Id } from "@/server/core/ids";
import { createCaller } from "@/server/router";

const fonts = join(process.cwd(), "node_modules/geist/dist/fonts/geist-sans");
Font.register({
  family: paperFont,
  fonts: [
    { src: join(fonts, "Geist-Regular.ttf"), fontWeight: 400 },
    { src: join(fonts, "Geist-SemiBold.ttf"), fontWeight: 600 },
  ],
});
Font.registerHyphenationCallback((word) => [word]);

/**
 * An invoice on paper, for those who may see it; drawn after the data was read, outside of its
 * transaction.
 */
export async function GET(request: Request, { params }: RouteContext<"/api/invoice/[id]/pdf">) {
  const session = await currentSession();
  if (!session) return refused(401, "Please sign in first.");
  const { id } = await params;
  try {
    const caller = createCaller(contextOf(session, request.headers));
    const printed = printedInvoice(await caller.invoice.get({ invoiceId: id as Id<"invoice"> }));
    const paper = await renderToBuffer(InvoiceDocument({ printed }));
    return new Response(new Uint8Array(paper), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `inline; filename="${printed.number.replace(/[^\w-]/g, "_")}.pdf"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    const code = error instanceof TRPCError ? error.code : null;
    if (code === "FORBIDDEN") return refused(403, "Your role does not include invoices.");
    if (code === "NOT_FOUND" || code === "BAD_REQUEST") return refused(404, "There is no such invoice.");
    throw error;
  }
}

function refused(status: number, sentence: string): Response {
  return new Response(sentence, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
