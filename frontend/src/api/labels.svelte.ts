/** What a quotation says of its document: titles and dates, asked for in one go for all quotations that appear together, and kept. */
import { SvelteMap } from "svelte/reactivity";
import { api } from "./client";
import type { DocumentLabel } from "./types";

const MOST = 100;
const known = new SvelteMap<string, DocumentLabel>();
const wanted = new Set<string>();

async function ask(): Promise<void> {
  const ids = [...wanted].slice(0, MOST);
  const found = await api.labels(ids).catch(() => ({}) as Record<string, DocumentLabel>);
  for (const id of ids) wanted.delete(id);
  for (const [id, label] of Object.entries(found)) known.set(id, label);
  if (wanted.size) await ask();
}

/** The label of a document once it is known; asks for it otherwise. */
export function labelOf(id: string): DocumentLabel | undefined {
  const label = known.get(id);
  if (!label && !wanted.has(id)) {
    if (wanted.size === 0) queueMicrotask(() => void ask());
    wanted.add(id);
  }
  return label;
}
