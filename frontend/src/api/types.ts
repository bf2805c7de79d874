/** The shapes of the API by their short names; `schema.d.ts` is generated from `openapi.json`, which is generated from Python. */
import type { components } from "./schema";

type Shapes = components["schemas"];

export type Candidate = Shapes["Candidate"];
export type Citation = Shapes["Citation"];
export type ClaimCard = Shapes["ClaimCard"];
export type Count = Shapes["Count"];
export type DatasetStatus = Shapes["DatasetStatus"];
export type DocumentAnswer = Shapes["DocumentAnswer"];
export type DocumentLabel = Shapes["DocumentLabel"];
export type End = Shapes["End"];
export type EntityAnswer = Shapes["EntityAnswer"];
export type EntityCard = Shapes["EntityCard"];
export type EntityList = Shapes["EntityList"];
export type ErrorAnswer = Shapes["ErrorAnswer"];
export type Hit = Shapes["Hit"];
export type Judgement = Shapes["Judgement"];
export type MemberCard = Shapes["MemberCard"];
export type NetworkAnswer = Shapes["NetworkAnswer"];
export type NetworkNode = Shapes["Node"];
export type PageView = Shapes["PageView"];
export type ProblemCard = Shapes["ProblemCard"];
export type RelationCard = Shapes["RelationCard"];
export type Review = Shapes["Review"];
export type SearchAnswer = Shapes["SearchAnswer"];
export type SessionAnswer = Shapes["SessionAnswer"];
export type Snippet = Shapes["Snippet"];
export type Status = Shapes["Status"];
export type TextMark = Shapes["TextMark"];
export type TimelineAnswer = Shapes["TimelineAnswer"];
export type TimelineItem = Shapes["TimelineItem"];
export type Verdict = Shapes["Verdict"];
