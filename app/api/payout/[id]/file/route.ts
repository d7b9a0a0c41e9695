import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { api } from "@/app/api";
import type { Id } from "@/server/core/ids";

type Params = { readonly params: Promise<{ readonly id: string }> };

/** The payment file of a payout run, for those who carry it to the bank. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  try {
    const { id } = await params;
    const { name, content } = await (await api()).payout.file({ id: id as Id<"payoutRun"> });
    const disposition = `attachment; filename="${name}"`;
    return new Response(content, {
      headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": disposition },
    });
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return Response.json({ message: error.message }, { status: getHTTPStatusCodeFromError(error) });
  }
}
