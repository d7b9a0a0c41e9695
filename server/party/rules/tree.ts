import { Refusal } from "@/server/core/refusal";

/** The last part of a party's path, read off its name: `Blue Harbor IT` becomes `blue-harbor-it`. */
export function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
  if (slug === "") {
    throw new Refusal(
      "INVALID",
      "Give a short name in Latin letters or digits for the party's place in the tree.",
    );
  }
  return slug;
}

/** A child's place in the tree. Paths end in a slash, so that a subtree is a range of an index. */
export function pathBelow(parentPath: string, slug: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
    throw new Refusal("INVALID", `“${slug}” is not a short name: small letters, digits and single hyphens.`);
  }
  return `${parentPath}${slug}/`;
}

/** The paths from the top of the tree down to a place, the place itself included. */
export function pathsAbove(path: string): readonly string[] {
  const parts = path.split("/").filter((part) => part !== "");
  return ["/", ...parts.map((_part, index) => `/${parts.slice(0, index + 1).join("/")}/`)];
}
