/** The words of the screens that ask the network, in English. */

const some = (n: number, one: string, many: string) => `${new Intl.NumberFormat("en").format(n)} ${n === 1 ? one : many}`;

export const asking = {
  questions: {
    lead: "Ask the network. Every answer quotes the sentences that it rests on, and each leads to its place in its document.",
    ask: "Ask", choose: "Choose a question.", example: "For example:", needed: "Fill in what is asked for.", none: "The trove says nothing to that.",
    elsewhere: "Other screens answer:", atPost: "Who held a post, and on a day", whole: "The network at a moment",
    fields: {
      one: "Who", other: "and who", from: "From", to: "To", entity: "Concerning", dataset: "Delivery", handler: "Handler or service", who: "Who", whom: "With whom", service: "Service or power",
      body: "State or institution",
    } as Record<string, string>,
    titles: {
      connections: "Who links two?", between: "Who stands between a service and a state?", switches: "Who changed sides?", handlers: "Whom did a handler run?", meetings: "Who met whom, and where were both?",
      changes: "What changed between two dates?", contradictions: "What cannot both be true?", onlyIn: "Who is named in one delivery alone?", measures: "Who stands out?", capture: "Who holds the posts of a state?",
    } as Record<string, string>,
    leads: {
      connections: "The shortest ways from one to the other, each step with its sentences. A way through a post, a body or a place does not mean that two people met.",
      between: "People tied both to a service and to those who hold posts of a state. To know both is not to carry from one to the other: read the passages.",
      switches: "Changes of allegiance, on whose word, what tied the person to the side they left, and what speaks against it.",
      handlers: "Recruitments by handler or service, with the codenames that a sentence links to somebody. A codename stays somebody of its own until people decide.",
      meetings: "Meetings with their place, and where else both people are said to have been on that day.",
      changes: "What began, ended and happened. Only a stated date counts: to be first written of on a day is not to begin then.",
      contradictions: "Pairs of statements that cannot both hold. Nothing is decided here: read both.",
      onlyIn: "The people whom the documents of one delivery name and no other's do.",
      measures: "Ties, betweenness, PageRank and groups. Who wrote much is seen much: read the warnings.",
      capture: "Posts in time, their holders, and what ties each of them to a power.",
    } as Record<string, string>,
    steps: (n: number) => some(n, "step", "steps"), searched: (n: number) => `${some(n, "relation", "relations")} looked at.`,
    began: "Began", ended: "Ended", happened: "Happened", nothing: "Nothing.",
    from: "from", over: "to", told: "Who says so", before: "What tied them to another side", against: "What speaks against it", opposed: "That both are opponents",
    kinds: { holders: "Two holders of one post", denied: "Affirmed and denied", date: "Two dates", place: "Two places on one day" } as Record<string, string>,
    names: "Names linked to them", denials: "What denies it", agents: (n: number) => some(n, "agent", "agents"),
    noPlace: "no place named", sameDay: "On that day also", meetings: (n: number) => some(n, "meeting", "meetings"),
    toService: "Tied to the service", reaches: "Tied to", direct: "Holders who are tied to the service themselves", posts: (n: number) => `${some(n, "post", "posts")} looked at.`,
    columns: { name: "Name", degree: "Ties", betweenness: "Betweenness", pagerank: "PageRank", community: "Group", documents: "Documents" },
  },
  capture: {
    lead: "Who held the posts of a state or an institution, and what tied each of them to a power. The curve counts posts by month between what is certain and what is possible; what is over it is unknown, not free.",
    body: "State or institution", also: "and also (bodies or posts, one on a line)", power: "Power (its names, one on a line)", from: "From", to: "To", draw: "Draw", start: "Name a state or an institution and a power.",
    counted: (posts: number, people: number, tied: number) => `${some(posts, "post", "posts")}, ${some(people, "holder", "holders")}, ${tied} with a known tie.`,
    none: "The trove names no post of this body.", hidden: (n: number) => `${some(n, "more post is", "more posts are")} not shown.`,
    counts: "What counted as the power", curve: "Posts held by people tied to the power, share by month",
    certain: "certainly tied", possible: "possibly tied", unknown: "unknown", numbers: "The numbers", month: "From month", posts: "Posts", held: "Surely held",
    month_: (month: string, certain: number, possible: number, posts: number) => `${month}: ${certain} certain, ${possible} possible, of ${posts} posts`,
    kinds: {
      agent: "agent", sided: "went over to it", serves: "serves it", backed: "backed by it", fought: "fought alongside", kin: "close to its people", contact: "met its people", linked: "linked to it", "": "no tie known",
    } as Record<string, string>,
    weights: { strong: "strong evidence", fair: "fair evidence", weak: "weak evidence" } as Record<string, string>,
    graded: (grade: string) => `graded ${grade}`, through: "through", maybe: "possible", proof: "who is its", denied: "Denied", ties: (n: number) => some(n, "tie", "ties"),
    post: "Post and holder", tie: "Strongest tie", time: "Time in the post",
  },
};
