import { z } from "zod";

export const SearchInput = z.object({ q: z.string().trim().max(100) });
export type SearchInput = z.infer<typeof SearchInput>;
