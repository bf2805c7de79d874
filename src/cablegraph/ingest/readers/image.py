"""Pictures of pages: png, jpg, tiff with many pages, bmp, webp, gif, JPEG 2000, HEIC and AVIF.

Knows how pictures are opened without trusting their dimensions; recognising them is left to ``recognise``, what they say of themselves to
``picture_metadata``. Only the first frame of a moving picture is read, each page of a tiff and each picture of a heic. The trap: the size that counts is that
of the page which is about to be decoded, since every page of a file has its own.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from cablegraph.ingest.plain import find_title
from cablegraph.ingest.readers.picture_metadata import read_picture_metadata
from cablegraph.ingest.recognise import recognise
from cablegraph.ingest.regions import mark_regions
from cablegraph.ingest.scan import scan_from_image
from cablegraph.ingest.task import Task
from cablegraph.model import PageText, Reading, Trouble

if TYPE_CHECKING:
    from PIL import Image

_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF", "JPEG2000", "AVIF", "HEIF")
_WITH_PAGES = frozenset({"TIFF", "HEIF"})


class ImageReader:
    """Reads pictures by OCR."""

    name = "image"
    version = "4"
    kinds = frozenset({"image"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read a picture, page by page."""
        pages: list[PageText] = []
        troubles: list[Trouble] = []
        metadata: dict[str, str] = {}
        with open_picture(content) as image:
            if image.width * image.height <= task.limits.max_pixels:
                metadata |= read_picture_metadata(image)
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
            "image", mime, f"{self.name} {self.version}", mark_regions(pages), title, metadata, troubles=tuple(troubles)
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


@cache
def _add_heif() -> None:
    """Teach Pillow to open HEIC."""
    import pi_heif

    pi_heif.register_heif_opener(thumbnails=False)


@contextmanager
def open_picture(content: Path) -> "Iterator[Image.Image]":
    """Open a picture of a known format without loading its pixels.

    Raises:
        OSError: It is no picture.
    """
    from PIL import Image

    _add_heif()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        Image.MAX_IMAGE_PIXELS = None
        with Image.open(content, formats=_FORMATS) as image:
            yield image


def image_page_count(image: "Image.Image") -> int:
    """How many pages a picture has; a moving picture has one."""
    return int(getattr(image, "n_frames", 1)) if image.format in _WITH_PAGES else 1


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
