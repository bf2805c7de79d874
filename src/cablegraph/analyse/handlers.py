"""Whom a handler or a service recruited or ran, with the names and codenames of each agent, and what denies it.

The trap: a codename is somebody of their own until a sentence links it to a person; so those links are shown as statements and merge nobody.
"""

from collections.abc import Iterable, Sequence

from cablegraph.model import Modality, Polarity, Review
from cablegraph.model.answers import Agent, End, Handler, RelationCard


def find_handlers(relations: Sequence[RelationCard], handler: str | None = None) -> tuple[Handler, ...]:
    """The handlers of a case with their agents, those with most agents first; ``handler`` (id) asks for one person or service.

    A recruitment counts for the handler whom it names, without one for who is said to have recruited; asked for a service, it counts for that too.
    """
    ends: dict[str, End] = {}
    run: dict[str, dict[str, list[RelationCard]]] = {}
    for r in relations:
        if r.type != "Recruitment" or r.review == Review.REJECTED or r.modality == Modality.OPINION:
            continue
        for end in _who(r, handler):
            ends[end.entity] = end
            run.setdefault(end.entity, {}).setdefault(r.subject.entity, []).append(r)
    links: dict[str, list[RelationCard]] = {}
    for r in relations:
        if r.type == "UnknownLink" and r.review != Review.REJECTED:
            for end in (r.subject, r.object):
                links.setdefault(end.entity, []).append(r)
    found = [
        Handler(ends[key], tuple(_agent(group, links.get(agent, ())) for agent, group in agents.items()))
        for key, agents in run.items()
    ]
    return tuple(sorted(found, key=lambda h: (-len(h.agents), h.handler.caption, h.handler.entity)))


def _who(r: RelationCard, handler: str | None) -> Iterable[End]:
    named = [end for end in (r.handler, r.object) if end]
    if handler is None:
        return named[:1]
    return [end for end in named if end.entity == handler][:1]


def _agent(group: Sequence[RelationCard], links: Iterable[RelationCard]) -> Agent:
    told = tuple(r for r in group if r.polarity == Polarity.AFFIRMED)
    return Agent(group[0].subject, told, tuple(links), tuple(r for r in group if r.polarity == Polarity.DENIED))
