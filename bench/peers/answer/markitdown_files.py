"""markitdown without its plug-ins, one converter for all files. Its Markdown is taken as it is: cables hardly draw signs of markup."""

from functools import cache

from markitdown import MarkItDown


@cache
def _converter() -> MarkItDown:
    return MarkItDown(enable_plugins=False)


def read(path: str) -> str:
    """The text of a file."""
    return _converter().convert(path).text_content
