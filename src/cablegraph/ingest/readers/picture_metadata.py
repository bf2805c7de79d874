"""What a picture says of itself: Exif, press data (IPTC), Adobe's XMP, texts in a PNG, comments.

Knows where each lies and which entries are noise. The traps: an entry may be a megabyte of maker's notes; XMP is XML that anybody can write; and where a
picture was taken may be the one thing that must not be published, hence the signal.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cablegraph.ingest.readers.markup import RefusedMarkup, local_name, parse_markup
from cablegraph.ingest.readers.metadata import describe
from cablegraph.text import decode

if TYPE_CHECKING:
    from PIL import Image

_EXIF_IFD, _GPS_IFD, _XMP_TAG = 0x8769, 0x8825, 700
_NOISE = frozenset({
    "MakerNote", "UserComment", "ExifOffset", "GPSInfo", "JPEGTables", "StripOffsets", "StripByteCounts", "TileOffsets", "TileByteCounts", "XMLPacket",
    "IPTCNAA", "ImageResources", "InterColorProfile", "PrintImageMatching", "ComponentsConfiguration", "ColorMap", "JpegIFOffset", "JpegIFByteCount",
    "ExifInteroperabilityOffset", "TransferFunction", "CFAPattern", "OECF", "SpatialFrequencyResponse", "DNGPrivateData",
})  # fmt: skip
_PRESS = {
    (2, 5): "title", (2, 25): "keywords", (2, 55): "date-created", (2, 60): "time-created", (2, 80): "by-line", (2, 85): "by-line-title", (2, 90): "city",
    (2, 95): "province", (2, 101): "country", (2, 103): "reference", (2, 105): "headline", (2, 110): "credit", (2, 115): "source", (2, 116): "copyright",
    (2, 120): "caption", (2, 122): "caption-writer",
}  # fmt: skip
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_BASE64 = frozenset({"Thumbnails", "image", "History", "DerivedFrom", "Pantry", "Ingredients", "ColorantsName"})
_MOST_ENTRIES = 200
_FAULTS = (
    OSError,
    ValueError,
    SyntaxError,
    KeyError,
    TypeError,
    IndexError,
    ZeroDivisionError,
    AttributeError,
    OverflowError,
    MemoryError,  # Pillow decodes the whole of a PNG when asked for what it says of itself
)


def read_picture_metadata(image: "Image.Image") -> dict[str, str]:
    """Entries of metadata of an open picture; what is damaged is left out."""
    found = describe(
        "image", {"size": f"{image.width} x {image.height}", "format": image.format, "comment": _comment(image)}
    )
    for source, read in (("exif", _exif), ("iptc", _press), ("png", _texts), ("xmp", _xmp)):
        try:
            values = read(image)
        except _FAULTS:
            continue
        found |= describe(source, dict(list(values.items())[:_MOST_ENTRIES]))
    return found | (describe("signal", {"has-location": found["exif:GPS"]}) if "exif:GPS" in found else {})


def _comment(image: "Image.Image") -> str:
    value = image.info.get("comment")
    return decode(value[:5000]).text if isinstance(value, bytes) else ""


def _exif(image: "Image.Image") -> Mapping[str, Any]:
    from PIL.ExifTags import TAGS

    exif = image.getexif()
    tags = {**exif, **exif.get_ifd(_EXIF_IFD)}
    named = {TAGS.get(tag, ""): value for tag, value in tags.items()}
    values = {name: _plain(value) for name, value in named.items() if name and name not in _NOISE}
    return values | {"GPS": _position(exif.get_ifd(_GPS_IFD))}


def _plain(value: Any) -> str:
    if isinstance(value, bytes):
        return decode(value.rstrip(b"\0")).text if len(value) < 1000 else ""
    if isinstance(value, tuple):
        return ", ".join(str(x) for x in value[:8])
    return str(value).rstrip("\0 ")


def _position(gps: Mapping[int, Any]) -> str:
    """Degrees of latitude and longitude, north and east positive; empty where the picture has none."""
    try:
        latitude, longitude = (sum(float(x) / 60**n for n, x in enumerate(gps[tag])) for tag in (2, 4))
        latitude *= -1 if str(gps.get(1, "N")).upper().startswith("S") else 1
        longitude *= -1 if str(gps.get(3, "E")).upper().startswith("W") else 1
    except _FAULTS:
        return ""
    return f"{latitude:.6f}, {longitude:.6f}" if abs(latitude) <= 90 and abs(longitude) <= 180 else ""


def _press(image: "Image.Image") -> Mapping[str, str]:
    from PIL.ImageFile import ImageFile
    from PIL.IptcImagePlugin import getiptcinfo

    stored: Mapping[tuple[int, int], Any] = (getiptcinfo(image) if isinstance(image, ImageFile) else None) or {}
    return {name: _joined(stored[key]) for key, name in _PRESS.items() if key in stored}


def _joined(value: Any) -> str:
    parts = value if isinstance(value, list) else [value]
    return "; ".join(decode(bytes(part)).text for part in parts[:50])


def _texts(image: "Image.Image") -> Mapping[str, str]:
    texts = getattr(image, "text", None) if image.format == "PNG" else None
    return (
        {k: str(v) for k, v in texts.items() if not k.startswith(("XML:", "Raw profile"))}
        if isinstance(texts, dict)
        else {}
    )


def _xmp(image: "Image.Image") -> Mapping[str, str]:
    """Simple properties of XMP by prefix and name; lists are joined."""
    stored = image.info.get("xmp") or image.getexif().get(_XMP_TAG)
    data = stored.encode() if isinstance(stored, str) else stored
    if not isinstance(data, bytes) or len(data) > 10 * 2**20:
        return {}
    try:
        root, _ = parse_markup(data.strip(b"\0 \r\n\t"))
    except RefusedMarkup:
        return {}
    found: dict[str, str] = {}
    for element in root.iter(f"{{{_RDF}}}Description") if root is not None else ():
        prefixes = {uri: prefix for prefix, uri in element.nsmap.items() if prefix}
        for key, value in element.attrib.items():
            found[_named(str(key), prefixes)] = str(value)
        for child in element:
            if local_name(child) not in _BASE64:
                found[_named(str(child.tag), prefixes)] = "; ".join(
                    " ".join(t.split()) for t in child.itertext() if t.strip()
                )
    return {name: value for name, value in found.items() if name and value and not name.startswith("rdf.")}


def _named(key: str, prefixes: Mapping[str, str]) -> str:
    uri, _, name = key.removeprefix("{").rpartition("}")
    return f"{prefixes[uri]}.{name}" if uri in prefixes and name not in _BASE64 else ""
