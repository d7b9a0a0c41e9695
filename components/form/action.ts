/** What a form or a button needs to know of an action: is it under way, and was it refused? */
export type Action = { readonly pending: boolean; readonly refusal: string | null };
