"""The building of the trove: every file of the manifest made and written.

Knows which maker serves which form; leaves the making to its neighbours. The trap: a file that cannot be made here (no
typeface for Arabic script) must be named in ``skipped``, and its truth stays in ``truth``, so that whoever scores a result knows
what was never there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cablegraph.demo.fonts import find_font
from cablegraph.demo.mail import make_mail
from cablegraph.demo.manifest import Item, load_manifest, load_truth, read_source
from cablegraph.demo.office import RIGHT_TO_LEFT, make_docx, make_html
from cablegraph.demo.packing import make_zip
from cablegraph.demo.pages import make_image_pdf, make_pdf
from cablegraph.demo.scan import Wear, scan_pages, to_image

_KEPT_OF_CUT = 0.4
_PASSWORD = "the station keeps it"  # noqa: S105 - locks an invented file
_SET_ON_PAPER = frozenset({"pdf", "scan-pdf", "scan-png", "scan-tiff", "scan-jpeg", "cut-pdf", "locked-pdf"})


@dataclass(frozen=True, slots=True)
class BuiltTrove:
    """What was built.

    Attributes:
        trove: Folder of the leaked files.
        record: Folder of the public record (commentaries).
        truth: The written truth about both, as ``sources/truth.yml`` has it.
        skipped: Paths below ``trove``, through archives, that could not be made here, for want of a typeface.
    """

    trove: Path
    record: Path
    truth: dict[str, Any]
    skipped: tuple[str, ...]


def build_trove(folder: Path) -> BuiltTrove:
    """Write the invented trove and the public record into ``folder``, the same bytes every time from the same typeface.

    Args:
        folder: Made where missing; files of an earlier build are written over, others are left alone.

    Returns:
        The two folders, the truth, and what had to be left out.

    Raises:
        OSError: The folder cannot be written.
    """
    manifest = load_manifest()
    font = find_font()
    trove, record = folder / "trove", folder / "record"
    skipped: list[str] = []
    for base, items in ((trove, manifest.trove), (record, manifest.record)):
        made: dict[str, bytes] = {}
        for item in items if font else _without_font(items, "", skipped):
            made[item.path] = _make(item, font, made)
            target = base / item.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(made[item.path])
    return BuiltTrove(trove=trove, record=record, truth=load_truth(), skipped=tuple(skipped))


def _without_font(items: tuple[Item, ...], folder: str, skipped: list[str]) -> tuple[Item, ...]:
    """The items that need no Arabic-script typeface, also inside archives; the paths of the others go to ``skipped``."""
    kept = []
    for item in items:
        if item.form in _SET_ON_PAPER and item.language in RIGHT_TO_LEFT:
            skipped.append(folder + item.path)
        else:
            kept.append(replace(item, members=_without_font(item.members, f"{folder}{item.path}/", skipped)))
    return tuple(kept)


def _make(item: Item, font: Path | None, made: Mapping[str, bytes]) -> bytes:
    if item.form == "copy":
        return made[item.source]
    if item.form == "zip":
        return make_zip(_members(item, font, made), written=item.written)
    text = read_source(item.source)
    if item.form == "text":
        return text.encode(item.encoding)
    if item.form == "docx":
        return make_docx(text, language=item.language, title=item.title, written=item.written)
    if item.form == "html":
        return make_html(text, language=item.language, title=item.title)
    if item.form == "mail":
        return make_mail(
            text + (_forwarded(item.quoted) if item.quoted else ""),
            sender=item.sender,
            recipient=item.recipient,
            subject=item.title,
            written=item.written,
            attachments=_members(item, font, made),
        )
    return _on_paper(item, text, font if item.language in RIGHT_TO_LEFT else None)


def _members(item: Item, font: Path | None, made: Mapping[str, bytes]) -> list[tuple[str, bytes]]:
    return [(member.path, _make(member, font, made)) for member in item.members]


def _forwarded(source: str) -> str:
    return "\n---------- Forwarded message ----------\n\n" + read_source(source)


def _on_paper(item: Item, text: str, font: Path | None) -> bytes:
    password = _PASSWORD if item.form == "locked-pdf" else None
    scanned = item.form.startswith("scan-")
    pdf = make_pdf(text, written=item.written, font=font, password=password)
    if item.form == "cut-pdf":
        return pdf[: int(len(pdf) * _KEPT_OF_CUT)]
    if not scanned:
        return pdf
    pages = scan_pages(pdf, Wear(seed=item.seed, skew=item.skew, noise=item.noise))
    if item.form == "scan-pdf":
        return make_image_pdf(pages, written=item.written)
    return to_image(pages, item.form.removeprefix("scan-"))
