/** Every screen, in the order in which the first match wins. */
import { words } from "../words";
import type { Route } from "./route";

const { titles } = words;

export const routes: readonly Route[] = [
  { address: "/", title: titles.overview, load: () => import("../screens/overview/Overview.svelte") },
  { address: "/search", title: titles.search, load: () => import("../screens/search/Search.svelte") },
  { address: "/documents/:id", title: titles.document, load: () => import("../screens/document/Document.svelte") },
  { address: "/compare", title: titles.compare, load: () => import("../screens/compare/Compare.svelte") },
  { address: "/files", title: titles.files, load: () => import("../screens/files/Files.svelte") },
  { address: "/entities", title: titles.entities, load: () => import("../screens/entities/Entities.svelte") },
  { address: "/entities/:id", title: titles.entity, load: () => import("../screens/entity/Entity.svelte") },
  { address: "/network", title: titles.network, load: () => import("../screens/network/Network.svelte") },
  { address: "/posts", title: titles.posts, load: () => import("../screens/posts/Posts.svelte") },
  { address: "/questions", title: titles.questions, load: () => import("../screens/questions/Questions.svelte") },
  { address: "/capture", title: titles.capture, load: () => import("../screens/capture/Capture.svelte") },
  { address: "/timeline", title: titles.timeline, load: () => import("../screens/timeline/Timeline.svelte") },
  { address: "/map", title: titles.map, load: () => import("../screens/map/Map.svelte") },
  { address: "/claims", title: titles.claims, load: () => import("../screens/claims/Claims.svelte") },
  { address: "/review", title: titles.review, load: () => import("../screens/review/Review.svelte") },
  { address: "/problems", title: titles.problems, load: () => import("../screens/problems/Problems.svelte") },
];

/** What the bar at the top offers. */
export const menu: readonly (readonly [string, string])[] = [
  ["/", titles.overview],
  ["/search", titles.search],
  ["/entities", titles.entities],
  ["/network", titles.network],
  ["/posts", titles.posts],
  ["/questions", titles.questions],
  ["/timeline", titles.timeline],
  ["/map", titles.map],
  ["/claims", titles.claims],
  ["/review", titles.review],
  ["/files", titles.files],
  ["/problems", titles.problems],
];
