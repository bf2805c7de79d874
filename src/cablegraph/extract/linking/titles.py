"""Posts and who holds them in a document, so that a bare title means its holder.

The trap is the title: 'the Minister' means a person only while the document knows exactly one holder of that post.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from cablegraph.extract.linking.groups import Group, words_of
from cablegraph.model.mention import FoundMention
from cablegraph.model.relation import FoundRelation, Polarity

ACCUSATIVE = re.compile(r"\A(?P<head>[\u0620-\u064a]{3,})اً? لل?(?=[\u0620-\u064a])(?P<rest>[\u0620-\u064a].*)\Z")


def post_name(words: str) -> str:
    """A post as it is named: an Arabic accusative with its ``li-`` ('محافظا للسهلية') becomes the construct ('محافظ السهلية')."""
    plain = " ".join(words.split())
    return ACCUSATIVE.sub(lambda m: f"{m['head']} ال{m['rest']}", plain)


def post_key(words: str) -> tuple[str, ...]:
    """The folded words of a post without its articles."""
    return tuple(w for w in words_of(words) if w not in {"the", "a", "an"})


def find_holders(
    mentions: Sequence[FoundMention], relations: Sequence[FoundRelation], by_span: Mapping[tuple[int, int], Group]
) -> dict[tuple[str, ...], Group]:
    """The one person whom the document calls by a post, by the post's words and by its first and last word alone ('the Minister')."""
    found: dict[tuple[str, ...], list[Group]] = defaultdict(list)
    for r in relations:
        holder = by_span.get((r.subject.start, r.subject.end))
        if r.type != "Occupancy" or holder is None or r.polarity is Polarity.DENIED or r.last:
            continue
        words = post_key(r.object.text)
        inner = [
            post_key(m.text)
            for m in mentions
            if m.label == "POST" and r.object.start <= m.start and m.end <= r.object.end
        ]
        for key in {words, words[:1], words[:2], words[:3], *inner}:
            if key and holder not in found[key]:
                found[key].append(holder)
    return {key: holders[0] for key, holders in found.items() if len(holders) == 1}
