"""The demo: the invented trove goes through the whole road, and what was found is said in a few lines."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cablegraph.demo.trove import build_trove
from cablegraph.model import DatasetKind
from cablegraph.model.answers import RelationCard, Status
from cablegraph.workbench import Report, Workbench

_TRANCHES = (("trove", DatasetKind.TROVE), ("record", DatasetKind.RECORD))


@dataclass(frozen=True, slots=True)
class Findings:
    """What the demo shows: the case at a glance, posts with all their holders, changes of allegiance and recruitments, and what could not be built here."""

    status: Status
    people: tuple[str, ...]
    posts: dict[str, tuple[str, ...]]
    switches: tuple[str, ...]
    recruitments: tuple[str, ...]
    problems: tuple[str, ...]
    claims: dict[str, int]


def prepare(folder: Path, report: Report) -> Workbench:
    """Build the trove and its case under ``folder``, or go on with what an earlier call left there; returns the open case."""
    built = build_trove(folder / "files")
    case = folder / "case"
    bench = (
        Workbench.open(case)
        if (case / "case.toml").is_file()
        else Workbench.create(case, name="The river papers (invented)")
    )
    for (name, kind), path in zip(_TRANCHES, (built.trove, built.record), strict=True):
        bench.add([path], dataset=name, kind=kind, progress=report)
    return bench


def find_out(bench: Workbench) -> Findings:
    """Ask the case what a reporter would ask first."""
    relations = bench.network().edges
    cards = [edge.relation for edge in relations if edge.relation.polarity == "affirmed"]
    facts = [r for r in cards if r.modality in {"fact", "report"}]
    held: dict[str, list[RelationCard]] = {}
    for r in cards:
        if r.type == "Occupancy" and r.subject.schema == "Person":
            held.setdefault(r.object.caption, []).append(r)
    shared = {post: rs for post, rs in held.items() if len({r.subject.entity for r in rs}) > 1}
    posts = {post: tuple(_holder(r) for r in sorted(rs, key=_by_time)) for post, rs in sorted(shared.items())}
    claims: dict[str, int] = {}
    for claim in bench.claims():
        claims[claim.proposal] = claims.get(claim.proposal, 0) + 1
    return Findings(
        status=bench.status(), people=tuple(card.caption for card in bench.entities(schema="Person", limit=12)[1]), posts=posts,
        switches=tuple(_sentence(r) for r in facts if r.type == "Allegiance"), recruitments=tuple(_sentence(r) for r in facts if r.type == "Recruitment"),
        problems=tuple(f"{p.path}: {p.title} [{p.code}]" for p in bench.problems()), claims=claims,
    )  # fmt: skip


def _by_time(r: RelationCard) -> tuple[str, str]:
    return (r.first or r.as_of or r.last or "9", r.subject.caption)


def _holder(r: RelationCard) -> str:
    acting = " (acting)" if r.acting else ""
    return f"{r.subject.caption}{acting}, {_interval(r)}"


def _interval(r: RelationCard) -> str:
    if r.first or r.last:
        return f"{r.first or '?'} to {r.last or '?'}" if r.first != r.last else str(r.first)
    return f"as of {r.as_of}" if r.as_of else "no date"


def _sentence(r: RelationCard) -> str:
    quote = " ".join(r.citations[0].quote.split())
    return f"{r.subject.caption} {r.label} {r.object.caption}, {_interval(r)} [{r.citations[0].document} p. {r.citations[0].page}]: {quote}"


def show_findings(found: Findings, say: Callable[[str], None]) -> None:
    """Say what was found, line by line."""
    s = found.status
    seen = sum(d.seen for d in s.datasets)
    parts = [sum(getattr(d, name) for d in s.datasets) for name in ("read", "duplicates", "problems")]
    say(f"{seen} files seen = {parts[0]} read + {parts[1]} duplicates + {parts[2]} problems")
    say(
        f"{s.documents} documents, {s.mentions} mentions, {s.entities} entities, {s.relations} relations, {s.claims} claims"
    )
    say("\nPeople in most documents: " + "; ".join(found.people))
    say(f"\nPosts that changed hands ({len(found.posts)}):")
    for post, holders in found.posts.items():
        say(f"  {post}")
        for holder in holders:
            say(f"    {holder}")
    for title, lines in (
        ("Changed sides", found.switches),
        ("Recruited", found.recruitments),
        ("Problems", found.problems),
    ):
        say(f"\n{title} ({len(lines)}):")
        for line in lines:
            say(f"  {line}")
    say(
        "\nClaims of the public record: "
        + ", ".join(f"{number} {name}" for name, number in sorted(found.claims.items()))
    )
    say(f"\nNext: {s.next}")
