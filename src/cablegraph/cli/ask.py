"""Commands that ask: search, entity, claims."""

from enum import StrEnum
from typing import Annotated

import typer

from cablegraph.cli import show
from cablegraph.cli.options import AsJson, CaseFolder, Limit
from cablegraph.cli.relation_lines import show_relation
from cablegraph.model.answers import EntityAnswer, SearchAnswer
from cablegraph.workbench import NO_DATE, Workbench


class Sort(StrEnum):
    """The orders of hits."""

    RELEVANCE = "relevance"
    DATE = "date"


def register(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    app.command()(search)
    app.command()(entity)
    app.command()(claims)


def search(
    case: CaseFolder,
    query: Annotated[
        str,
        typer.Argument(metavar="QUERY", help='Words, "phrases", OR, NOT, prefix*, word~1; words are joined by AND.'),
    ],
    dataset: Annotated[list[str] | None, typer.Option("--dataset", help="Only this dataset; may be repeated.")] = None,
    language: Annotated[list[str] | None, typer.Option("--language", help="Only this language: fa, ar, en.")] = None,
    year: Annotated[list[str] | None, typer.Option("--year", help="Only documents written in this year.")] = None,
    undated: Annotated[
        bool, typer.Option("--undated", help="Only documents without a confirmed date; with --year, these too.")
    ] = False,
    signal: Annotated[
        list[str] | None,
        typer.Option("--signal", help="Only documents with this signal, as has-macros or has-hidden-text."),
    ] = None,
    scripts: Annotated[
        bool, typer.Option("--scripts/--exact", help="Find names in every script, or only the words as typed.")
    ] = True,
    stems: Annotated[
        bool | None,
        typer.Option("--stems/--no-stems", help="Find other forms of a word, or not; as --scripts unless given."),
    ] = None,
    sure: Annotated[bool, typer.Option("--sure", help="Leave out words that OCR was unsure of.")] = False,
    sort: Annotated[Sort, typer.Option("--sort", help="In which order.")] = Sort.RELEVANCE,
    limit: Limit = 10,
    offset: Annotated[int, typer.Option("--offset", min=0, help="Skip this many.")] = 0,
    json: AsJson = False,
) -> None:
    """Search the documents of a case; a name is found in every script, a word in its other forms."""
    years = [*(year or ()), *([NO_DATE] if undated else ())]
    chosen = {"dataset": dataset, "language": language, "year": years, "signal": signal}
    filters = {name: values for name, values in chosen.items() if values}
    forms = scripts if stems is None else stems
    with Workbench.open(case, read_only=True) as bench:
        answer = bench.search(
            query, filters=filters, scripts=scripts, stems=forms, sure=sure, sort=sort.value, offset=offset, limit=limit
        )
    if json:
        show.as_json(answer)
    else:
        _show_hits(answer)


def _show_hits(answer: SearchAnswer) -> None:
    reach = "" if answer.reachable == answer.total else f", first {answer.reachable} reachable"
    show.say(f"{answer.total} documents found{reach} (words are joined by AND; {answer.milliseconds:.0f} ms)")
    for hit in answer.hits:
        show.say(f"\n{hit.date or 'no date'}  {hit.title}  [{hit.document}]\n  {hit.dataset}: {hit.path}")
        if hit.why:
            show.say("  matches " + "; ".join(hit.why))
        for snippet in hit.snippets:
            show.say(f"  p. {snippet.page}: {_marked(snippet.text, [(m.start, m.end) for m in snippet.marks])}")


def _marked(text: str, marks: list[tuple[int, int]]) -> str:
    for start, end in sorted(marks, reverse=True):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return " ".join(text.split())


def entity(
    case: CaseFolder,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name in any script, or an id.")],
    json: AsJson = False,
) -> None:
    """Show what a case knows of a person, body, post or place."""
    with Workbench.open(case, read_only=True) as bench:
        answer = bench.entity(name)
    if json:
        show.as_json(answer)
    else:
        _show_entity(answer)


def _show_entity(answer: EntityAnswer) -> None:
    card = answer.entity
    latin = f" ({card.romanised})" if card.romanised else ""
    show.say(f"{card.caption}{latin}  {card.schema}  [{card.id}]")
    show.say(f"{card.documents} documents, {card.mentions} mentions")
    for script, counts in answer.by_script.items():
        show.say(f"  {script}: " + "; ".join(f"{c.value} ({c.count})" for c in counts))
    for title, relations in (("Posts", answer.posts), ("Relations", answer.relations)):
        if relations:
            show.say(f"\n{title}")
            for relation in relations:
                show_relation(relation)
    if answer.companions:
        show.say("\nNamed in the same documents: " + "; ".join(c.caption for c in answer.companions))
    for pair in answer.candidates:
        show.say(
            f"\nMight be the same ({pair.score:.2f}): {pair.left.caption} [{pair.left.id}] and {pair.right.caption} [{pair.right.id}]: {pair.reason}"
        )


def claims(
    case: CaseFolder,
    document: Annotated[str | None, typer.Option("--document", help="Only this public text.")] = None,
    json: AsJson = False,
) -> None:
    """List what the public record claims and what the trove says to it; the proposals are the machine's, verdicts are yours."""
    with Workbench.open(case, read_only=True) as bench:
        answer = bench.claims(document=document)
    if json:
        show.as_json(answer)
        return
    title = ""
    for c in answer:
        if c.title != title:
            title = c.title
            show.say(f"\n{title}  [{c.document}]")
        show.say(f"[{c.proposal}] {c.claim_kind}, {c.claimant}: {' '.join(c.text.split())}")
        for e in c.evidence[:3]:
            show.say(
                f"    {'for' if e['for'] else 'against'} ({e['reason']}): {e['document']} p. {e['page']}: {' '.join(e['quote'].split())}"
            )
    show.say(f"{len(answer)} claims.")
