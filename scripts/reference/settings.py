"""docs/reference/settings.md: the keys of case.toml and the environment variables."""

from collections.abc import Mapping
from dataclasses import fields

from cablegraph.settings import Limits, Settings, dump_settings
from reference.markdown import NOTE, code, table

KEYS: Mapping[str, str] = {
    "name": "What the case is called.",
    "languages": "The languages that its pages may be in: `fa`, `ar`, `en`. OCR tries these and no others.",
    "ocr": "Whether scans and pages without a usable text layer are read by OCR.",
    "taggers": "Taggers from outside, each a table `[[taggers]]`: see [Use another tagger](../how-to/use-another-tagger.md).",
    "workers": "How many processes work at once; 0 means one for each processor core.",
}
LIMITS: Mapping[str, str] = {
    "max_file_mb": "MiB of one file; a larger one is not taken.",
    "max_expansion": "Bytes that come out of an archive for each byte in it.",
    "max_unpacked_mb": "MiB that may come out of one archive in all.",
    "max_members": "Members of one archive.",
    "max_depth": "How deep archives may lie in archives.",
    "max_pages": "Pages of one document.",
    "max_pixels": "Pixels of one picture.",
    "reader_seconds": "Seconds of wall time for reading one file.",
    "ocr_seconds": "Seconds of wall time for OCR of one page.",
}
ENVIRONMENT: Mapping[str, str] = {
    "CABLEGRAPH_DATABASE": "Address of the case's database, `postgresql://...`; without it the case keeps its own SQLite file. "
    "See [Run a case on PostgreSQL](../how-to/run-on-postgresql.md).",
    "CABLEGRAPH_WHO": "Your name, as it is kept with your judgements; the same as `--who`.",
    "CABLEGRAPH_SKIP_FRONTEND": "For building only: `1` installs the package without its screens. The command line and the API work without them.",
    "CABLEGRAPH_SERVER": "Set by `make dev` for the screens: the address of the server that they ask.",
    "CABLEGRAPH_TOKEN": "The token that `cablegraph serve` asks for; a new one at each start where it is not set.",
    "CABLEGRAPH_SHARED": "For tests and benches only: the folder of labelled data, by default `../shared`. Without it the tests that need it are skipped.",
    "CABLEGRAPH_TEST_POSTGRES": "For tests only: the address of a throw-away PostgreSQL. `make test` starts one and sets it where PostgreSQL is installed.",
}
_START = """# Settings

## case.toml

`cablegraph new` writes this file into the case. It is the only file of a case that a person edits. A key that is unknown or has a value
of a wrong type is refused with exit code 8, and nothing is changed. This is a new one:

"""
_LIMITS = """
### Limits

What a hostile file may cost at most, in the table `[limits]`. Remove the `#` in front of a line to change it. A file beyond a limit becomes a
[problem](errors.md#problems) that names the key to raise.

"""
_ENVIRONMENT = """
## Environment variables

"""


def settings_page() -> str:
    """The text of the page. Raises ``KeyError`` where a setting has no meaning here yet."""
    example = f"```toml\n{dump_settings(Settings())}```\n\n"
    keys = ((code(f.name), code(_toml(f.default)), KEYS[f.name]) for f in fields(Settings) if f.name in KEYS)
    limits = ((code(f.name), code(_toml(f.default)), LIMITS[f.name]) for f in fields(Limits))
    columns = ("key", "default", "meaning")
    variables = ((code(name), meaning) for name, meaning in ENVIRONMENT.items())
    return (
        NOTE
        + _START
        + example
        + table(columns, keys)
        + _LIMITS
        + table(columns, limits)
        + _ENVIRONMENT
        + table(("variable", "meaning"), variables)
    )


def _toml(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(f'"{x}"' for x in value) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
