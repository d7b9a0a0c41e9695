import type { Edge, Way } from "./vocabulary";

/**
 * The nodes from which a root came (`back`), those that it fed (`forth`), or both; the root is one of them.
 */
export function reach(root: string, edges: readonly Edge[], way: Way): ReadonlySet<string> {
  const back = way === "forth" ? [] : follow(root, edges, ({ from, to }) => [to, from]);
  const forth = way === "back" ? [] : follow(root, edges, ({ from, to }) => [from, to]);
  return new Set([root, ...back, ...forth]);
}

function follow(root: string, edges: readonly Edge[], step: (edge: Edge) => readonly [string, string]) {
  const found = new Set<string>([root]);
  const queue = [root];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const edge of edges) {
      const [here, there] = step(edge);
      if (here !== at || found.has(there)) continue;
      found.add(there);
      queue.push(there);
    }
  }
  return found;
}
