/** The one module that talks to the server. Every answer is JSON of `types.ts`; every refusal becomes a `Fault` with the server's own sentence. */
import type {
  BetweenAnswer, Candidate, CaptureAnswer, ChangeAnswer, CitingAnswer, ClaimCard, CompletenessAnswer, DifferenceAnswer, DocumentAnswer, DocumentLabel, EntityAnswer, EntityList, ErrorAnswer, FileLine, Judgement, MergeAnswer, ResolutionReport, NetworkAnswer, PlaceAnswer, PlacesAnswer, PostsAnswer, ProblemCard,
  RelationCard, Review, RunState, SearchAnswer, SessionAnswer, Status, TimelineAnswer, Verdict,
  ConnectionAnswer, Contradiction, EntityCard, Handler, MeasureAnswer, MeetingsAnswer, Switch,
} from "./types";

export class Fault extends Error {
  constructor(
    readonly status: number,
    readonly error: string,
    message: string,
  ) {
    super(message);
  }
}

type Value = string | number | boolean | null | undefined | readonly string[];
export type Params = Record<string, Value>;

export function queryOf(params: Params): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    if (value === null || value === undefined || value === "") continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(key, String(one));
  }
  const text = query.toString();
  return text ? `?${text}` : "";
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(`/api${path}`, { credentials: "same-origin", ...init });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new Fault(0, "Unreachable", "The server does not answer. Is `cablegraph serve` still running?");
  }
  if (answer.ok) return (await answer.json()) as T;
  const said = (await answer.json().catch(() => null)) as ErrorAnswer | null;
  throw new Fault(answer.status, said?.error ?? "Unforeseen", said?.message ?? `The server answered ${answer.status}.`);
}

const get = <T>(path: string, params: Params = {}, signal?: AbortSignal) => ask<T>(path + queryOf(params), signal ? { signal } : {});
const post = <T>(path: string, body: unknown = {}) =>
  ask<T>(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
const part = encodeURIComponent;

export const api = {
  session: (signal?: AbortSignal) => get<SessionAnswer>("/session", {}, signal),
  status: (signal?: AbortSignal) => get<Status>("/status", {}, signal),
  search: (params: Params, signal?: AbortSignal) => get<SearchAnswer>("/search", params, signal),
  labels: (id: readonly string[]) => get<Record<string, DocumentLabel>>("/documents", { id }),
  document: (id: string, q: string, signal?: AbortSignal) => get<DocumentAnswer>(`/documents/${part(id)}`, { q }, signal),
  entities: (params: Params, signal?: AbortSignal) => get<EntityList>("/entities", params, signal),
  entity: (id: string, signal?: AbortSignal) => get<EntityAnswer>(`/entities/${part(id)}`, {}, signal),
  network: (params: Params, signal?: AbortSignal) => get<NetworkAnswer>("/network", params, signal),
  posts: (params: Params, signal?: AbortSignal) => get<PostsAnswer>("/posts", params, signal),
  connections: (params: Params, signal?: AbortSignal) => get<ConnectionAnswer>("/connections", params, signal),
  changes: (params: Params, signal?: AbortSignal) => get<ChangeAnswer>("/changes", params, signal),
  measures: (params: Params, signal?: AbortSignal) => get<MeasureAnswer>("/measures", params, signal),
  onlyIn: (dataset: string, signal?: AbortSignal) => get<EntityCard[]>(`/datasets/${part(dataset)}/people`, {}, signal),
  capture: (params: Params, signal?: AbortSignal) => get<CaptureAnswer>("/capture", params, signal),
  between: (params: Params, signal?: AbortSignal) => get<BetweenAnswer>("/between", params, signal),
  switches: (params: Params, signal?: AbortSignal) => get<Switch[]>("/switches", params, signal),
  contradictions: (params: Params, signal?: AbortSignal) => get<Contradiction[]>("/contradictions", params, signal),
  handlers: (params: Params, signal?: AbortSignal) => get<Handler[]>("/handlers", params, signal),
  meetings: (params: Params, signal?: AbortSignal) => get<MeetingsAnswer>("/meetings", params, signal),
  relation: (id: string, signal?: AbortSignal) => get<RelationCard>(`/relations/${part(id)}`, {}, signal),
  places: (params: Params, signal?: AbortSignal) => get<PlacesAnswer>("/places", params, signal),
  place: (id: string, params: Params, signal?: AbortSignal) => get<PlaceAnswer>(`/places/${part(id)}`, params, signal),
  timeline: (params: Params, signal?: AbortSignal) => get<TimelineAnswer>("/timeline", params, signal),
  completeness: (signal?: AbortSignal) => get<CompletenessAnswer>("/completeness", {}, signal),
  references: (signal?: AbortSignal) => get<CitingAnswer>("/references", {}, signal),
  files: (params: Params, signal?: AbortSignal) => get<FileLine[]>("/files", params, signal),
  run: (signal?: AbortSignal) => get<RunState | null>("/run", {}, signal),
  differences: (left: string, right: string, signal?: AbortSignal) => get<DifferenceAnswer>(`/documents/${part(left)}/differences/${part(right)}`, {}, signal),
  problems: (signal?: AbortSignal) => get<ProblemCard[]>("/problems", {}, signal),
  claims: (document: string, signal?: AbortSignal) => get<ClaimCard[]>("/claims", { document }, signal),
  candidates: (signal?: AbortSignal) => get<Candidate[]>("/candidates", {}, signal),
  merge: (left: string, right: string, signal?: AbortSignal) => get<MergeAnswer>("/merge", { left, right }, signal),
  resolution: (signal?: AbortSignal) => get<ResolutionReport | null>("/resolution", {}, signal),
  split: (referent: string, reason = "") => post<Judgement>("/splits", { referent, reason }),
  judgements: (signal?: AbortSignal) => get<Judgement[]>("/judgements", {}, signal),
  judge: (left: string, right: string, verdict: Verdict, reason = "") => post<Judgement>("/judgements", { left, right, verdict, reason }),
  review: (relation: string, review: Review, reason = "") => post<Judgement>("/reviews", { relation, review, reason }),
  undo: (seq: number) => post<Judgement>(`/judgements/${seq}/undo`),
};

export const pageImage = (document: string, page: number, width: number) => `/api/documents/${part(document)}/pages/${page}.png${queryOf({ width })}`;
export const completenessTable = "/api/completeness.csv";
export const timelineFile = (ending: "csv" | "json", params: Params) => `/api/timeline.${ending}${queryOf(params)}`;
export const originalFile = (document: string) => `/api/documents/${part(document)}/original`;
