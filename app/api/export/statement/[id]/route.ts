import { api } from "@/app/api";
import { csvAnswer } from "@/app/csv";
import { statementLineExport } from "@/components/payout/export";
import type { Id } from "@/server/core/ids";

type Params = RouteContext<"/api/export/statement/[id]">;

/** The lines of one statement as a file, asked as whoever asks it. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const id = (await params).id as Id<"statement">;
  const caller = await api();
  const whole = async ({ page }: { readonly page: number }) => {
    const { lines } = await caller.statement.get({ id });
    return { rows: page === 1 ? lines : [], total: lines.length };
  };
  return csvAnswer("statement", whole, statementLineExport);
}
