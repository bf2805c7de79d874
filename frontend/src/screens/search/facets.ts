/** The filters of a search, in the order in which they are shown; years have their own picture. */
import { here } from "../../router/location.svelte";

export const FACETS = ["dataset", "language", "type", "kind", "year", "entity"] as const;
export type Facet = (typeof FACETS)[number];

/** The address with one value of a filter put in or taken out; paging starts anew. */
export function toggled(facet: string, value: string): string {
  const chosen = here.all(facet);
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return here.with({ [facet]: next, offset: null });
}
