type Edge = { readonly from: string; readonly to: string };

/** The shortest way between two nodes, whichever way its edges point; empty when there is none. */
export function pathBetween(start: string, end: string, edges: readonly Edge[]): readonly string[] {
  const before = new Map<string, string | null>([[start, null]]);
  const queue = [start];
  for (let at = queue.shift(); at !== undefined && !before.has(end); at = queue.shift()) {
    for (const { from, to } of edges) {
      const next = from === at ? to : to === at ? from : null;
      if (next === null || before.has(next)) continue;
      before.set(next, at);
      queue.push(next);
    }
  }
  if (!before.has(end)) return [];
  const path: string[] = [];
  for (let at: string | null | undefined = end; at; at = before.get(at)) path.unshift(at);
  return path;
}
