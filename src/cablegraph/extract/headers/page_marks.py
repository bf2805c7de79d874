"""What is stamped on the pages of a cable and is no part of what it says: 'PAGE 02  TARSIS 01412  121035Z', 'Page 3 of 7', 'صفحه ۱ از ۳'.

Only lines (or cells of lines) that are nothing else count; the whole document is read, since every page has one.
"""

import re

NUMBER = r"[0-9۰-۹٠-٩]{1,4}"
MARK = re.compile(
    rf"(?:^|(?<=[ ]{{3}})|(?<=\t))[ \t\-–—*\[(]{{0,40}}(?P<mark>(?i:page|pg\.?|p\.)\s*{NUMBER}(?:\s*(?i:of|/)\s*{NUMBER})?"
    rf"(?:[ \t]+[A-Z][A-Z ]{{2,20}}[ \t]+\d{{3,6}}(?:[ \t]+\d{{2,3}} OF \d{{2,3}})?(?:[ \t]+\d{{6}}Z)?)?"
    rf"|(?:صفحه|صفحهٔ|صفحة|الصفحة|ص)\s*:?\s*{NUMBER}(?:\s*(?:از|من|/)\s*{NUMBER})?"
    rf"|(?i:copy)\s+(?:(?i:no\.?)\s*)?{NUMBER}\s+(?i:of)\s+{NUMBER}(?:\s+(?i:copies))?"
    rf"|نسخه\s+(?:شماره\s+)?{NUMBER}\s+از\s+{NUMBER}(?:\s+نسخه)?)[ \t\-–—*\])]*$",
    re.MULTILINE,
)
MOST = 200


def find_page_marks(text: str) -> tuple[tuple[str, ...], tuple[int, int]] | None:
    """The page markings of a document in reading order, each once, at most 200, and the span of the first; None where there are none."""
    found = list(MARK.finditer(text))
    if not found:
        return None
    return tuple(dict.fromkeys(" ".join(m["mark"].split()) for m in found))[:MOST], found[0].span("mark")
