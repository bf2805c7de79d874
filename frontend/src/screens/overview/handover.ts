/** Posts that more than one person held, each with its holders in order of time; what nobody affirms is left out. */
import type { End, NetworkAnswer, RelationCard } from "../../api/types";

export interface Post {
  post: End;
  organization: End | null;
  holders: RelationCard[];
}

const since = (relation: RelationCard) => relation.first ?? relation.as_of ?? relation.last ?? "9999";

export function findHandovers(edges: NetworkAnswer["edges"]): Post[] {
  const posts = new Map<string, Post>();
  for (const { relation } of edges) {
    if (relation.type !== "Occupancy" || relation.polarity === "denied" || relation.review === "rejected") continue;
    const key = `${relation.object.entity} ${relation.organization?.entity ?? ""}`;
    const post = posts.get(key) ?? { post: relation.object, organization: relation.organization, holders: [] };
    if (!post.holders.some((other) => other.subject.entity === relation.subject.entity)) post.holders.push(relation);
    posts.set(key, post);
  }
  const changed = [...posts.values()].filter((post) => post.holders.length > 1);
  for (const post of changed) post.holders.sort((a, b) => since(a).localeCompare(since(b)));
  return changed.sort((a, b) => b.holders.length - a.holders.length);
}
