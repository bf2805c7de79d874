/** What a screen is to the router: its address with `:names` for what varies, its title, and how its code is loaded. */
import type { Component } from "svelte";

export interface Route {
  address: string;
  title: string;
  load: () => Promise<{ default: Component<{ id: string }> | Component<Record<string, never>> }>;
}

/** The route for a path, with what stands in the place of `:id`. */
export function matchRoute(routes: readonly Route[], path: string): { route: Route; id: string } | undefined {
  for (const route of routes) {
    const [fixed = "", variable] = route.address.split(":");
    if (variable === undefined ? path === route.address : path.startsWith(fixed) && path.length > fixed.length) {
      return { route, id: variable === undefined ? "" : decodeURIComponent(path.slice(fixed.length)) };
    }
  }
  return undefined;
}
