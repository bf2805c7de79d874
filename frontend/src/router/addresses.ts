/** The addresses of things, so that no screen spells another one's. */
import { queryOf } from "../api/client";
import type { Citation } from "../api/types";

export const documentAddress = (id: string, where: { start?: number; end?: number; q?: string } = {}) =>
  `/documents/${encodeURIComponent(id)}${queryOf(where)}`;
export const compareAddress = (left: string, right: string) => `/compare${queryOf({ left, right })}`;
export const citationAddress = (citation: Citation) => documentAddress(citation.document, { start: citation.start, end: citation.end });
export const entityAddress = (id: string) => `/entities/${encodeURIComponent(id)}`;
export const networkAddress = (entity: string) => `/network${queryOf({ entity })}`;
export const timelineAddress = (entity: string) => `/timeline${queryOf({ entity })}`;
export const searchAddress = (params: Record<string, string>) => `/search${queryOf(params)}`;
