"""Pictures of pages: png, jpg, tiff with many pages, bmp, webp, gif.

Knows how pictures are opened without trusting their dimensions; recognising them is left to ``recognise``. Only the first frame of a moving picture is
read, each page of a tiff.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cablegraph.ingest.plain import find_title
from cablegraph.ingest.recognise import recognise
from cablegraph.ingest.scan import scan_from_image
from cablegraph.ingest.task import Task
from cablegraph.model import PageText, Reading, Trouble

if TYPE_CHECKING:
    from PIL import Image

_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF")
_EXIF = {271: "make", 272: "model", 305: "software", 306: "modified", 315: "artist", 36867: "taken"}


class ImageReader:
    """Reads pictures by OCR."""

    name = "image"
    version = "1"
    kinds = frozenset({"image"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read a picture, page by page."""
        pages: list[PageText] = []
        troubles: list[Trouble] = []
        metadata: dict[str, str] = {}
        with open_picture(content) as image:
            metadata |= _metadata(image)
            count = image_page_count(image)
            if count > task.limits.max_pages:
                cause = f"The picture has {count:,} pages, the limit is {task.limits.max_pages:,}; the rest was left"
                troubles.append(Trouble("pages-too-many", cause, fatal=False))
            for number in range(1, min(count, task.limits.max_pages) + 1):
                if task.is_late():
                    troubles.append(Trouble("reader-timeout", f"Pages from {number} on were left", number, fatal=False))
                    break
                page, found = _read_page(image, number, task, pages[-1].language if pages else None)
                pages.append(page)
                troubles += found
        title = find_title(pages[0].text if pages else "", task.name)
        return Reading(
            "image", mime, f"{self.name} {self.version}", tuple(pages), title, metadata, troubles=tuple(troubles)
        )


def _read_page(
    image: "Image.Image", number: int, task: Task, likely: str | None
) -> tuple[PageText, tuple[Trouble, ...]]:
    image.seek(number - 1)
    pixels = image.width * image.height
    if pixels > task.limits.max_pixels:
        cause = f"The picture has {pixels / 1e6:,.0f} million pixels, the limit is {task.limits.max_pixels / 1e6:,.0f} million"
        return PageText("", source="ocr"), (Trouble("image-too-large", cause, number),)
    loaded, cut = load_upright(image)
    scan = scan_from_image(loaded, _dpi(image))
    done = recognise(scan, number, task.settings, likely=likely)
    troubles = (
        (Trouble("file-truncated", "The picture ends before its last row", number, fatal=False),) if cut else ()
    ) + done.troubles
    return done.page or PageText("", "und", "ocr", "", scan.points_wide, scan.points_high), troubles


@contextmanager
def open_picture(content: Path) -> "Iterator[Image.Image]":
    """Open a picture of a known format without loading its pixels.

    Raises:
        OSError: It is no picture.
    """
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        Image.MAX_IMAGE_PIXELS = None
        with Image.open(content, formats=_FORMATS) as image:
            yield image


def image_page_count(image: "Image.Image") -> int:
    """How many pages a picture has; a moving picture has one."""
    return int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1


def load_upright(image: "Image.Image") -> "tuple[Image.Image, bool]":
    """The pixels of the present page, turned as the camera says, and whether the file ended too early; what is missing is grey."""
    from PIL import ImageFile, ImageOps

    cut = False
    try:
        image.load()
    except OSError:
        cut = True
        ImageFile.LOAD_TRUNCATED_IMAGES = True
        try:
            image.load()
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = False
    return ImageOps.exif_transpose(image), cut


def _dpi(image: "Image.Image") -> float | None:
    try:
        return float(image.info["dpi"][0])
    except (KeyError, TypeError, ValueError, IndexError, ZeroDivisionError):
        return None


def _metadata(image: "Image.Image") -> dict[str, str]:
    found = {"image:size": f"{image.width} x {image.height}"}
    try:
        exif = image.getexif()
        tags = {**exif, **exif.get_ifd(0x8769)}
    except (OSError, ValueError, SyntaxError, KeyError, TypeError):
        return found
    return found | {f"exif:{name}": str(tags[tag])[:300] for tag, name in _EXIF.items() if tags.get(tag)}
