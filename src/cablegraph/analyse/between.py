"""Who stands between a foreign service and the posts of a state: people tied to the service and to the holders of posts.

Each go-between is shown with both halves and their sentences. The trap: to know both is not to carry from one to the other; the passages tell.
"""

from collections.abc import Mapping, Sequence

from cablegraph.analyse.capture import find_posts_of
from cablegraph.analyse.powers import find_power, is_told, tie_kinds
from cablegraph.analyse.realms import Realm
from cablegraph.model.answers import Between, BetweenAnswer, End, EntityCard, Reach, RelationCard

_GO_BETWEENS = frozenset({"Person", "Organization", "PublicBody"})


def find_between(
    relations: Sequence[RelationCard], cards: Mapping[str, EntityCard], service: Realm, body: Realm, *, limit: int = 50
) -> BetweenAnswer:
    """Who stands between a service and the holders of the posts of a body, those who reach most of them first, at most ``limit``."""
    groups = find_posts_of(relations, cards, body)
    held: dict[str, list[RelationCard]] = {}
    for r in (r for group in groups for r in group):
        held.setdefault(r.subject.entity, []).append(r)
    held_by = {r.id for group in groups for r in group}
    power = find_power(relations, cards, service)
    to_service: dict[str, list[RelationCard]] = {}
    direct: dict[str, list[RelationCard]] = {}
    steps: dict[str, dict[str, list[RelationCard]]] = {}
    for r in (r for r in relations if r.type in tie_kinds() and is_told(r)):
        ends = {e.entity: e for e in (r.subject, r.object, r.organization, r.handler) if e}
        touches = not power.bodies.isdisjoint(ends) or power.people.get(r.subject.entity) is r
        for key, end in ends.items():
            if key in power.bodies or end.schema not in _GO_BETWEENS:
                continue
            if touches:
                to_service.setdefault(key, []).append(r)
                if key in held and r.id not in held_by:
                    direct.setdefault(key, []).append(r)
            for holder in (h for h in ends if h in held and h != key):
                steps.setdefault(key, {}).setdefault(holder, []).append(r)
    ranked = sorted(
        steps.keys() & to_service.keys(),
        key=lambda k: (-len(steps[k]), -max(r.confidence for r in to_service[k]), k),
    )
    between = tuple(
        Between(_end(cards[key]), _sorted(to_service[key]), tuple(
            Reach(_end(cards[h]), tuple(held[h]), _sorted(found)) for h, found in sorted(steps[key].items())
        ))
        for key in ranked[:limit]
    )  # fmt: skip
    reaches = tuple(Reach(_end(cards[k]), tuple(held[k]), _sorted(found)) for k, found in sorted(direct.items()))
    return BetweenAnswer(_end(cards[service.entity]), _end(cards[body.entity]), len(groups), between, reaches)


def _sorted(found: Sequence[RelationCard]) -> tuple[RelationCard, ...]:
    return tuple(sorted(found, key=lambda r: (-r.confidence, -r.sources, r.id)))


def _end(card: EntityCard) -> End:
    return End(card.id, card.schema, card.caption, card.romanised, "")
