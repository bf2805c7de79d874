"""The line of the source in a report: the source's number, how reliable it is, how the report came by what it says.

``SOURCE: (C) 2201-0077, A RETIRED OFFICER. SOURCE IS FAIRLY RELIABLE.`` gives a number, a grade and a description, each with its span. What the
line does not say is left out. The trap: a number is the source's only where it stands first or behind a word for it, else it is a date or a unit.
"""

import re
from collections.abc import Iterator

from cablegraph.extract.headers.grading import find_grades, find_words
from cablegraph.extract.headers.heading import Field

NUMBER = re.compile(
    r"(?:\A\s*(?:\([A-Z]{1,3}\)\s*)?|\b(?i:source|informant)\s+)(?:(?i:source\s+)?(?i:nos?\.?|number|code)\s*)?"
    r"(?P<number>(?:[A-Z]{1,8}[-/ ]?)?\d[\d/\-]*)(?=[\s.,;)]|\Z)"
    r"|(?:\A|[\s،,])(?:منبع\s+|المصدر\s+|مصدر\s+)?(?:شماره[\u0654\s]*|رقم\s*|کد\s*)(?P<listed>[\w/\-]*[0-9۰-۹٠-٩][\w/\-]*)"
    r"|\A\s*(?P<first>[0-9۰-۹٠-٩][\w/\-]*)(?=[\s.,;،)]|\Z)"
)
APPRAISAL = re.compile(
    r"[.;,]?\s*(?P<word>(?i:appraisal(?:\s+of\s+content)?|field comment on reliability|evaluation|grading|graded)"
    r"|ارزیابی(?:\s+خبر)?|تقييم(?:\s+المعلومة)?)\s*:?\s*(?P<grade>[^\n]*)\Z",
    re.DOTALL,
)
BRACKETED = re.compile(r"\((?P<grade>[A-F](?:[-/ ]?[1-6])?)\)")
ACQUIRED = re.compile(
    r"(?i:\b(?:obtained|acquired|received|learned|learnt|heard|collected)\b(?:\s+(?:this|the|it|his|her|these|that|information|report|of|details))*)\s+"
    r"(?P<how>(?i:from|through|by|in|during|at|via)\b[^.;\n]*)"
    r"|(?P<other>(?:از طریق|به وسیله|به‌وسیله|توسط|عن طريق|بواسطة|من خلال)\s[^.;،؛\n]*)"
)


def read_source(field: Field) -> Iterator[tuple[str, Field]]:
    """What the line of a source says, as header fields: ``source``, ``source_number``, ``reliability``, ``credibility``, ``acquired``."""
    words = field.value
    said = len(words)
    if (appraisal := APPRAISAL.search(words)) and (appraisal.start() > 0):
        said = appraisal.start()
        for grade in find_grades(appraisal["grade"]):
            at = field.start + appraisal.start("grade")
            yield grade.kind, Field(grade.value, at + grade.start, at + grade.end)
    for grade in find_words(words[:said]):
        yield grade.kind, Field(grade.value, field.start + grade.start, field.start + grade.end)
    number = NUMBER.search(words, 0, said)
    marked = BRACKETED.search(words, 0, said)
    if marked and not (number and marked.start() < number.end()):
        for grade in find_grades(marked["grade"]):
            at = field.start + marked.start("grade")
            yield grade.kind, Field(grade.value, at + grade.start, at + grade.end)
    if acquired := ACQUIRED.search(words, 0, said):
        name = "how" if acquired["how"] else "other"
        yield "acquired", Field(acquired[name], field.start + acquired.start(name), field.start + acquired.end(name))
    if number and number.lastgroup:
        name = number.lastgroup
        yield "source_number", Field(number[name], field.start + number.start(name), field.start + number.end(name))
        if not re.search(r"[^\W\d_]{3}", words[: number.start()] + words[number.end() : said]):
            return
    description = words[:said].strip()
    start = field.start + words.index(description)
    if description:
        yield "source", Field(description, start, start + len(description))
