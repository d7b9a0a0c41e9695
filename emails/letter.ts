import type { ReactElement } from "react";

/** A mail before it has an envelope. Its text version is made from the same body. */
export type Letter = { readonly subject: string; readonly body: ReactElement };
