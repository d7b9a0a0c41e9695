import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps } from "react";

export type AnchorProps = Omit<ComponentProps<typeof Link>, "href"> & { href: string };

/**
 * A link to an address that came as data; whoever made it knows that it exists. It is not fetched before
 * it is pressed: a list of fifty would ask the server fifty times.
 */
export function Anchor({ href, prefetch = false, ...rest }: AnchorProps) {
  return <Link prefetch={prefetch} {...rest} href={routeOf(href)} />;
}

/** The same for `router.push`. */
export function routeOf(href: string): Route {
  return href as Route;
}
