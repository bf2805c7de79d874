"""Pages as an office scanner hands them over: grey, speckled, a little askew.

Knows how to turn a PDF into such images and how to store them; leaves the setting of the page to ``pages``. The trap: noise
must come from a generator seeded by the manifest, or two builds of the trove differ and every duplicate check with them.
"""

from dataclasses import dataclass
from io import BytesIO

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageFilter

_DPI = 150
_POINTS_PER_INCH = 72
_PAPER_GREY, _INK_GREY = 246, 30
_BLUR_OF_PRINT, _BLUR_OF_LENS = 0.3, 0.6
_SPECKS_PER_PIXEL = 0.0002
_GREY_LEVELS = 16
_JPEG_QUALITY = 70


@dataclass(frozen=True, slots=True)
class Wear:
    """How badly a page was scanned.

    Attributes:
        seed: Seed of the noise.
        skew: Degrees, counter-clockwise; within 2 a reader without deskewing still copes.
        noise: Standard deviation of the grey noise, in grey levels of 256.
    """

    seed: int
    skew: float = 0.7
    noise: float = 9.0


def scan_pages(pdf: bytes, wear: Wear) -> list[Image.Image]:
    """Draw every page of a PDF at 150 dpi in grey and wear it."""
    document = pdfium.PdfDocument(pdf)
    try:
        drawn = [page.render(scale=_DPI / _POINTS_PER_INCH, grayscale=True).to_pil() for page in document]
    finally:
        document.close()
    return [_wear(page, wear, number) for number, page in enumerate(drawn)]


def to_image(pages: list[Image.Image], form: str) -> bytes:
    """Store pages as one image file.

    Args:
        pages: Grey pages, at least one.
        form: ``png`` (the first page only), ``tiff`` (all pages) or ``jpeg`` (the first page only).
    """
    out = BytesIO()
    first, rest = pages[0], pages[1:]
    if form == "tiff":
        first.save(out, "TIFF", dpi=(_DPI, _DPI), compression="tiff_adobe_deflate", save_all=True, append_images=rest)
    elif form == "jpeg":
        first.save(out, "JPEG", dpi=(_DPI, _DPI), quality=_JPEG_QUALITY)
    else:
        first.save(out, "PNG", dpi=(_DPI, _DPI), compress_level=4)
    return out.getvalue()


def _wear(page: Image.Image, wear: Wear, number: int) -> Image.Image:
    turned = page.convert("L").rotate(wear.skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    grey = np.asarray(turned.filter(ImageFilter.GaussianBlur(_BLUR_OF_PRINT)), dtype=np.float64) / 255
    random = np.random.default_rng([wear.seed, number])
    worn = _INK_GREY + (_PAPER_GREY - _INK_GREY) * grey + random.normal(0, wear.noise, grey.shape)
    worn[random.random(grey.shape) < _SPECKS_PER_PIXEL] = _INK_GREY
    seen = Image.fromarray(worn.clip(0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(_BLUR_OF_LENS))
    step = 256 // _GREY_LEVELS
    return seen.point([level // step * step + step // 2 for level in range(256)])
