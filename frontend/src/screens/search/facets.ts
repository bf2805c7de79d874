/** The filters of a search, in the order in which they are shown; years have their own picture. */
import type { Count } from "../../api/types";
import { here } from "../../router/location.svelte";
import { words } from "../../words";

export const FACETS = ["dataset", "language", "type", "kind", "year", "entity"] as const;
export type Facet = (typeof FACETS)[number];

/** The words for one value of a filter: those of the interface for languages and kinds of file, else the server's. */
export function labelOf(facet: string, value: Count): string {
  const own = facet === "language" ? words.languages : facet === "kind" ? words.files : undefined;
  return own?.[value.value] ?? value.label;
}

/** The address with one value of a filter put in or taken out; paging starts anew. */
export function toggled(facet: string, value: string): string {
  const chosen = here.all(facet);
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return here.with({ [facet]: next, offset: null });
}
