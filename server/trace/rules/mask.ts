import { type Edge, keyOf, type NodeKind, type NodeRef, type Seen } from "./vocabulary";

export type TraceNode = NodeRef & {
  readonly key: string;
  /** Null stands for one or more things of other parties: neither how many nor whose is told. */
  readonly seen: Seen | null;
};

export type Skeleton = { readonly nodes: readonly NodeRef[]; readonly edges: readonly Edge[] };

/**
 * What the asker sees of a skeleton. Everything of a kind that is not theirs becomes one node without an id,
 * so that
 * neither amounts nor names nor the number of other parties can be read from it.
 */
export function mask({ nodes, edges }: Skeleton, seen: ReadonlyMap<string, Seen>) {
  const keys = new Map<string, string>();
  const shown = new Map<string, TraceNode>();
  for (const { kind, id } of nodes) {
    const own = keyOf({ kind, id });
    const known = seen.get(own) ?? null;
    const key = known === null ? hiddenKey(kind) : own;
    keys.set(own, key);
    if (!shown.has(key)) shown.set(key, { key, kind, id: known === null ? "" : id, seen: known });
  }
  const kept = new Map<string, Edge>();
  for (const edge of edges) {
    const [from, to] = [keys.get(edge.from), keys.get(edge.to)];
    if (from !== undefined && to !== undefined && from !== to) kept.set(`${from} ${to}`, { from, to });
  }
  return { nodes: [...shown.values()], edges: [...kept.values()] };
}

export function hiddenKey(kind: NodeKind): string {
  return `hidden:${kind}`;
}
