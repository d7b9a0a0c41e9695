export const cardWidth = 212;
export const cardHeight = 66;
export const stackHead = 30;
export const rowHeight = 28;
/** A stack shows so many rows; the rest are in the list. */
export const rowsShown = 8;
