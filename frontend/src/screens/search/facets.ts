/** The filters of a search, in the order in which they are shown; years have their own picture. */
import type { Count } from "../../api/types";
import { here } from "../../router/location.svelte";
import { words } from "../../words";

export const FACETS = ["dataset", "language", "type", "kind", "signal", "year", "entity"] as const;
export type Facet = (typeof FACETS)[number];

/** The value of the filter on years for documents without a confirmed date. */
export const NO_DATE = "none";

const OWN: Record<string, Record<string, string>> = { language: words.languages, kind: words.files, signal: words.signals, type: { none: words.search.noType }, year: { [NO_DATE]: words.search.undated } };

/** The words for one value of a filter: those of the interface for languages, kinds of file and signals, else the server's. */
export const labelOf = (facet: string, value: Count): string => OWN[facet]?.[value.value] ?? value.label;

/** The address with one value of a filter put in or taken out; paging starts anew. */
export function toggled(facet: string, value: string): string {
  const chosen = here.all(facet);
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return here.with({ [facet]: next, offset: null });
}
