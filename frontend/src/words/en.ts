/** The interface in English. No screen holds words of its own. */

import { asking } from "./asking";

const number = new Intl.NumberFormat("en");
export const count = (n: number) => number.format(n);
export const percent = (share: number) => new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: share < 1 && share > 0.995 ? 1 : 0 }).format(share);
const some = (n: number, one: string, many: string) => `${count(n)} ${n === 1 ? one : many}`;
const documents = (n: number) => some(n, "document", "documents");

export const en = {
  skip: "To the content",
  wait: "Loading …",
  again: "Try again",
  documents,
  theme: { light: "Light", dark: "Dark", toggle: "Change between light and dark" },
  titles: {
    overview: "Overview", search: "Search", document: "Document", entities: "Entities", entity: "Entity", network: "Network", posts: "Posts", questions: "Questions", capture: "Who holds the posts", timeline: "Timeline", map: "Map",
    claims: "Claims", review: "Review", problems: "Problems", files: "Files", compare: "Two documents side by side",
  },
  faults: {
    nowhere: "There is no screen at this address.",
    screen: "This screen could not be loaded. Load the page again.",
    locked: "This window has no key to the case",
  },
  kinds: { trove: "trove", record: "public record", reference: "reference list" } as Record<string, string>,
  schemata: { Person: "Person", Organization: "Organization", PublicBody: "Public body", Position: "Post", Address: "Place" } as Record<string, string>,
  labels: { PERSON: "Person", ORG: "Organization", PLACE: "Place", POST: "Post", CODENAME: "Codename", DATE: "Date" } as Record<string, string>,
  languages: { fa: "Persian", ar: "Arabic", en: "English", ckb: "Kurdish", und: "language unknown" } as Record<string, string>,
  files: {
    text: "Plain text", pdf: "PDF", image: "Picture", email: "E-mail", mailbox: "Mailbox", card: "Calendar or address card", docx: "Word document", rtf: "Rich text",
    sheet: "Spreadsheet", table: "Table (CSV)", slides: "Slides", opendocument: "OpenDocument", legacy: "Old office document", locked: "Locked office document", epub: "Book",
    html: "Web page", webarchive: "Saved web page", xml: "XML", json: "JSON", archive: "Archive", unknown: "Unknown",
  } as Record<string, string>,
  signals: {
    "has-macros": "holds programs", "has-comments": "comments", "has-tracked-changes": "tracked changes", "has-hidden-text": "hidden text", "has-hidden-sheets": "hidden sheets",
    "has-hidden-rows": "hidden rows or columns", "has-hidden-slides": "hidden slides", "has-external-links": "links to other places", "has-embedded-files": "files inside",
    "has-scripts": "scripts", "has-active-fields": "active fields", "has-declared-entities": "entities of its own", "has-location": "place on the map",
  } as Record<string, string>,
  scripts: { Arab: "Arabic script", Latn: "Latin script", Zyyy: "Other signs" } as Record<string, string>,
  time: {
    since: (day: string) => `since ${day}`,
    until: (day: string) => `until ${day}`,
    asOf: (day: string) => `as of ${day}`,
    undated: "undated",
    gregorian: "Gregorian", persian: "Solar Hijri", islamic: "Hijri",
    legend: "Solid: certain. Pale: may begin or end there. Fading: open.",
  },
  pager: {
    range: (from: number, to: number, total: number) => `${count(from)}–${count(to)} of ${count(total)}`,
    earlier: "Previous", later: "Next",
  },
  relation: {
    denied: "denied", machine: "proposed by the machine", accepted: "accepted by a person", rejected: "rejected by a person",
    confidence: (n: number) => `confidence ${n.toFixed(2)}`,
    assertedBy: "says", by: "by", via: "through", acting: "acting", fresh: "new to the public record",
    accept: "Accept", reject: "Reject", reopen: "Reopen", more: (n: number) => `${some(n, "more passage", "more passages")}`,
    modalities: { fact: "stated as fact", report: "reported", allegation: "alleged", plan: "planned", opinion: "opinion" } as Record<string, string>,
    page: (n: number) => `p. ${n}`,
    open: "Open the passage",
    sources: (n: number) => some(n, "source", "sources"),
  },
  overview: {
    span: (first: string, last: string) => `Documents written ${first} – ${last}`,
    documents: "documents", pages: "pages", entities: "entities", relations: "relations", claims: "claims", judgements: "decisions by people",
    ask: "Search names, words, places in any script", next: "What next", datasets: "What came in",
    dataset: "Dataset", kind: "Kind", seen: "Files seen", read: "Read", duplicates: "Duplicates", problems: "Problems", pending: "Waiting", skipped: "Left out",
    people: "In most documents", changed: "Posts that changed hands", sides: "Who changed sides", noChanges: "No post with two holders was found.",
    trouble: "Problems in the material", noTrouble: "Nothing went wrong.", languages: "Languages", files: "Kinds of file", all: "All of them",
    protection: "Protection",
  },
  search: {
    field: "Search the documents", go: "Search", hint: "e.g. Rastegar, رستگار, \"head of station\"",
    operator: "All words must occur. Use OR between alternatives, quotes for a phrase, - before a word to leave out, word* for a beginning, word~1 for a near spelling.",
    scripts: "Find names in every script and spelling", stems: "Find other forms of a word", sure: "Only words that OCR was sure of", sort: "Order", relevance: "best match", date: "oldest first",
    found: (total: number, reachable: number) => (total > reachable ? `${documents(total)} found, first ${count(reachable)} reachable` : `${documents(total)} found`),
    took: (ms: number) => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`,
    none: "Nothing matches. Try fewer words, another spelling, or take a filter away.", filters: "Filters", clear: "Clear all", remove: "Remove",
    why: "Matches", more: (n: number) => `${count(n)} more`, less: "Fewer", years: "Documents by year", undated: "no confirmed date", noType: "no type", everything: "Everything in the case",
    facets: { dataset: "Dataset", kind: "Kind of file", language: "Language", type: "Type", year: "Year", signal: "Worth a look", entity: "People, bodies, places" } as Record<string, string>,
  },
  document: {
    header: "Header", facts: "Facts that rest on this document", noFacts: "No relation was read in this document.", occurrences: "Where it lies", attachments: "Attachments",
    problems: "Problems", file: "About the file", original: "Download the original", page: (n: number, total: number) => `Page ${n} of ${total}`, image: (n: number) => `Picture of page ${n}`,
    reader: "Read by", confidence: (n: number) => `${Math.round(n * 100)} % sure`, hits: (n: number, total: number) => `${n} of ${total} hits`, nextHit: "Next hit", lastHit: "Previous hit",
    selected: "Lit passage", unsure: (n: string) => `OCR is unsure of this word (confidence ${n})`, close: "Close", light: "Light", kinds: { mention: "Names", date: "Dates", relation: "Sentences", unsure: "Unsure words" } as Record<string, string>, mention: "Named here", means: "Means", ambiguous: "No day could be fixed.", doubts: { weekday: "The weekday beside it does not fit this date: one of the two is wrong." } as Record<string, string>,
    unresolved: "Not tied to an entity.", metadata: "What the file says of itself", size: (n: number) => `${count(n)} bytes`, sources: { text: "plain text", layer: "text layer", ocr: "optical recognition" } as Record<string, string>,
    apart: { why: "The document does not show these words as its own.", kinds: { hidden: "hidden text", deleted: "deleted text", comment: "comment", notes: "speaker's notes" } as Record<string, string> },
    regions: { header: "header", footer: "footer", stamp: "stamp", table: "table", hidden: "hidden", deleted: "deleted", comment: "comment", notes: "notes" } as Record<string, string>, other: "Second reading, not taken:", why: "Why:",
    signals: "Worth a look", thread: "The conversation", thisOne: "this message",
    undated: "undated", warning: "The original may be hostile. Open it only where it can do no harm.",
    fields: {
      type: "Type", number: "Number", from: "From", to: "To", info: "Info", date: "Date", time: "Time", place: "Place", precedence: "Precedence", classification: "Classification",
      handling: "Handling", subject: "Subject", tags: "Tags", references: "References", participants: "Participants", signed: "Signed",
    } as Record<string, string>,
  },
  entities: { field: "A name in any script", all: "All kinds", mentions: (n: number) => some(n, "mention", "mentions"), none: "Nobody and nothing of that name." },
  entity: {
    names: "Names as they are written", posts: "Posts in time", relations: "Relations", companions: "Named together with", members: "Why these belong together", candidates: "Might be the same",
    mentions: "Where it is named", network: "Network", timeline: "Timeline", search: "Search", score: "score", noRelations: "No relation is known.", more: (n: number) => `Show all ${count(n)}`,
  },
  network: {
    time: "Time", all: "All time", range: "Range", instant: "One day", from: "From", to: "To", at: "On", types: "Relations", focus: "Around", everyone: "everybody", depth: "Steps", confidence: "Least confidence",
    picture: "Picture", list: "List", noWebgl: "This browser cannot draw with WebGL, so the lines are shown as a list.", none: "No relation holds there and then.", hidden: (n: number) => `${some(n, "line is", "lines are")} not drawn; narrow the view.`,
    counted: (nodes: number, lines: number) => `${some(nodes, "entity", "entities")}, ${some(lines, "relation", "relations")}`, evidence: "Evidence", pick: "Click a line to read the sentences that prove it, or a name to see what hangs on it.",
    focusHere: "Centre on this", page: "Open its page", zoomIn: "Closer", zoomOut: "Further", fit: "Show all", clear: "Show everybody", canvas: "Network of entities; the list beside holds the same lines for the keyboard.",
  },
  posts: {
    lead: "Who held which post, one after the other, as the trove says it. A bar opens its sentence.", all: "All posts", changed: "Changed hands", at: "On the day", anyDay: "Any day", everybody: "All of them",
    counted: (n: number) => some(n, "post", "posts"), none: "No post is known there and then.", after: "after", clash: "contradiction", clashing: "Two people surely held this post on one day.", maybe: "may hold it then",
  },
  timeline: {
    kinds: { "": "Everything", relation: "Relations", document: "Documents" } as Record<string, string>, undated: "Without a date", none: "Nothing falls into this time.", entity: "About", from: "From", to: "To", written: "written", types: "Relation",
    table: "As a table (CSV)", file: "As JSON",
  },
  map: {
    lead: "Where the case plays. Places are looked up by name in a gazetteer that travels with the program; nothing leaves this machine.", picture: "Map of the places of the case; the list beside holds the same places for the keyboard.",
    states: { located: "On the map", undecided: "Could be several", unknown: "Not in the gazetteer" } as Record<string, string>,
    why: { undecided: "Several places have this name, and nothing in the documents settles which is meant.", unknown: "The gazetteer knows towns of 5,000 people and more, and countries. Smaller places, provinces, rivers and seas are not in it." } as Record<string, string>,
    legend: "Circles grow with the number of documents; pale ones are less sure. Tinted countries are named themselves.", outlines: "Outlines: Natural Earth, public domain; borders as drawn there.",
    counted: (n: number, relations: number) => `${documents(n)}, ${some(relations, "relation", "relations")}`, several: (n: number) => some(n, "candidate", "candidates"), country: "country",
    degrees: (latitude: number, longitude: number) => `${Math.abs(latitude).toFixed(2)}° ${latitude < 0 ? "S" : "N"}, ${Math.abs(longitude).toFixed(2)}° ${longitude < 0 ? "W" : "E"}`,
    geonames: "GeoNames", region: "province, shown at the town that it is called after", instead: (n: number) => `${some(n, "other place has", "other places have")} this name`,
    relations: "What happened there", noRelations: "No relation is known to have been there then.", passages: "Who names it", noPassages: "No document of this time names it.", more: (n: number) => `and in ${documents(n)} more`,
    pick: "Choose a place to read what happened there.", none: "No place is named there and then.",
  },
  holdings: {
    complete: "Every file is accounted for and none waits.", waiting: "Files are waiting. Run `cablegraph add` again.", table: "As a table (CSV)",
    lead: "Seen = read + duplicates + left out by rule + problems. Each file has one fate.",
    by: { folder: "By folder", kind: "By kind" }, dataset: "Dataset", group: { folder: "Folder", kind: "Kind" },
    seen: "Seen", read: "Read", duplicates: "Duplicates", skipped: "Left out", problems: "Problems", pending: "Waiting", all: "All",
    find: "Words in the name of a file", state: "Fate", any: "any fate", found: (n: number) => some(n, "file", "files"), none: "No file has such a name.",
    states: { read: "read", duplicate: "duplicate", problem: "problem", skipped: "left out", pending: "waiting", listed: "waiting" } as Record<string, string>,
    run: (step: string, done: string, total: string) => `A run goes on: ${step}, ${done} of ${total}`, paused: "paused", left: (time: string) => `${time} left`,
    seconds: (n: number) => (n < 90 ? `${Math.max(1, Math.round(n))} s` : n < 5400 ? `${Math.round(n / 60)} min` : `${Math.floor(n / 3600)} h ${Math.round((n % 3600) / 60)} min`),
  },
  references: {
    cites: "Cables that it cites", citedBy: "Cited by", open: "References that lead nowhere", candidate: (n: number) => `candidate ${n}`,
    why: { "not in the case": "not in the case", "several fit": "several fit", "no number": "no number" } as Record<string, string>,
    lacking: "What the trove lacks", counted: (found: number, lost: number) => `${some(found, "reference leads", "references lead")} to a cable of the case, ${count(lost)} to cables that it has not.`,
    notHere: (n: number) => some(n, "reference to a cable that is not in the case", "references to cables that are not in the case"), citedIn: "cited in", first: (n: number) => `The first ${count(n)}; \`cablegraph references --limit\` lists more.`, mostCited: "Most cited",
  },
  compare: {
    same: (share: string) => `${share} of the words are the same, in the same order.`, left: "First", right: "Second", copies: "Near copies",
    relations: { "same words": "same words", "near copy": "near copy", contains: "stands in this document", "contained in": "contains this document" } as Record<string, string>,
    differ: "What differs",
  },
  problems: { none: "Every file that was seen could be read.", counted: (n: number) => some(n, "problem", "problems"), remedy: "What to do", step: "Step", file: "File", cause: "Cause", page: "page" },
  review: {
    lead: "Are these two the same? Your decision is kept through every rebuild and can be taken back.", same: "Same", different: "Different", unsure: "Cannot tell", undo: "Undo", skip: "Later",
    left: (n: number) => `${some(n, "pair", "pairs")} to judge`, none: "No pair is waiting. New ones come with new documents.", keys: "Keys", done: "Decisions so far", because: "The machine says", readOnly: "The case is open read-only: nothing can be decided here.",
    worth: (n: number) => `a decision changes ${n.toFixed(0)}`, asOne: "As one", both: (n: number) => `${some(n, "document names", "documents name")} both`, contradictions: "Would contradict itself", noContradiction: "Nothing known would contradict itself.",
    years: (first: string | null, last: string | null) => first === last || !last ? first ?? "undated" : `${first}–${last}`, split: "Take out", changed: (n: number) => `${some(n, "entity", "entities")} changed the last time`, cause: "because of",
    kinds: { joined: "joined", parted: "parted", "joined and parted": "joined and parted" } as Record<string, string>,
    verdicts: { positive: "same", negative: "different", unsure: "unsure", none: "taken back", accepted: "accepted", rejected: "rejected", open: "reopened" } as Record<string, string>, reason: "Reason (optional)",
  },
  claims: {
    lead: "Checkable sentences of the public record, with what the trove says to them. The proposal is the machine's; the verdict is a person's.", none: "The case has no public record yet. Add one with --kind record.",
    claimant: "Claimed by", evidence: "Evidence", for: "for", against: "against", proposal: "The machine proposes", verdict: "Verdict", all: "All", open: "no verdict yet",
    proposals: { supported: "supported", contradicted: "contradicted", mentioned: "mentioned", "nothing found": "nothing found", "not checkable": "not checkable" } as Record<string, string>,
  },
  ...asking,
};
