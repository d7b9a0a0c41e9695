/**
 * Numbers that look drawn by chance and are the same for the same seed, each below what is asked for:
 * mulberry32, 32 bits at a time. For demo data; nothing secret or priced hangs on it.
 */
export function draws(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
