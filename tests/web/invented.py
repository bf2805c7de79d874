"""Invented cables for the tests of the web face, in a small notation that says what is lit in them.

``[e1|words]`` is a mention of entity e1, ``[2009-05|words]`` a date, and ``{r1|...}`` the sentence that proves relation r1. The country of Darzak, its
Seventh Bureau and everybody in it are made up; likeness to anybody is chance.
"""

from typing import NamedTuple


class Cable(NamedTuple):
    title: str
    kind: str
    mime: str
    dataset: str
    path: str
    type: str | None
    language: str
    date: str
    source: str
    header: dict[str, str | list[str]]


# fmt: off
ENTITIES = {
    "e1": ("Person", "کاوه رستگار", "Kāve Rastegār", ("کاوه رستگار", "Kaveh Rastegar", "Kavih Rastigar", "كاوه رستكار", "رستگار")),
    "e2": ("Person", "سمير النوري", "Samīr an-Nūrī", ("سمير النوري", "Samir al-Nouri", "سمیر نوری", "Sameer Alnoori")),
    "e3": ("Person", "Farhad Adib", "", ("Farhad Adib", "فرهاد ادیب", "Adib")),
    "e4": ("Organization", "دفتر هفتم", "Daftar-e Haftom", ("دفتر هفتم", "Seventh Bureau", "المكتب السابع")),
    "e5": ("Position", "رئیس ایستگاه لیان", "ra'is-e istgāh-e Liyān", ("رئیس ایستگاه لیان", "Head of Station Liyan", "رئيس محطة ليان")),
    "e6": ("Address", "لیان", "Liyān", ("لیان", "Liyan", "ليان")),
    "e7": ("Person", "کاوه رستگار", "Kāve Rastegār", ("کاوه رستگار", "Dr. Kaveh Rastegar")),
    "e8": ("Organization", "جبهة الميناء", "Jabhat al-Mīnāʾ", ("جبهة الميناء", "Harbour Front", "جبهه بندر")),
}

# id: type, label, subject, object, organization, handler, first, last, as_of, polarity, modality, asserted_by, confidence
RELATIONS = {
    "r1": ("Occupancy", "holds the post", "e1", "e5", "e4", None, "2007-03", "2009-11", None, "affirmed", "fact", "writer", 0.91),
    "r2": ("Occupancy", "holds the post", "e3", "e5", "e4", None, "2009-11", None, None, "affirmed", "fact", "writer", 0.86),
    "r3": ("Recruitment", "recruited by", "e2", "e4", None, "e1", "2008", "2008", None, "affirmed", "report", "a station officer", 0.78),
    "r4": ("Meeting", "met", "e1", "e2", None, None, "2009-05-12", "2009-05-12", None, "affirmed", "fact", "writer", 0.88),
    "r5": ("Allegiance", "went over to", "e2", "e8", None, None, "2010-02", "2010-02", None, "affirmed", "allegation", "a source", 0.61),
    "r6": ("Directorship", "leads", "e2", "e8", None, None, None, None, "2011-01-09", "affirmed", "report", "a newspaper", 0.55),
    "r7": ("Support", "supports", "e4", "e8", None, None, "2006", "2009", None, "denied", "fact", "the spokesman", 0.7),
    "r8": ("Membership", "is a member of", "e7", "e8", None, None, None, None, "2010-03-01", "affirmed", "opinion", "writer", 0.42),
}
# fmt: on

PERSIAN = """شماره: ۱۱۴/۷
تاریخ: [2009-05-14|۲۴ اردیبهشت ۱۳۸۸]
از: [e5|رئیس ایستگاه لیان]
به: [e4|دفتر هفتم]
موضوع: دیدار در بندر

{r4|[e1|کاوه رستگار] روز [2009-05-12|۲۲ اردیبهشت ۱۳۸۸] در [e6|لیان] با [e2|سمیر نوری] دیدار کرد.} گفت‌وگو دو ساعت طول کشید و هیچ یادداشتی برداشته نشد.

{r1|[e1|رستگار] از [2007-03|اسفند ۱۳۸۵] تا آبان ۱۳۸۸ [e5|رئیس ایستگاه لیان] بود.} پیش از آن در پایتخت خدمت می‌کرد و کسی از کار پیشین او خبر ندارد.

ادامهٔ گزارش با پیک بعدی فرستاده می‌شود. از تماس تلفنی خودداری شود.
"""

ARABIC = """محضر لقاء رقم ٨٨
التاريخ: [2010-03-01|١ آذار ٢٠١٠]

{r3|جندت [e4|المكتب السابع] المدعو [e2|سمير النوري] في عام [2008|٢٠٠٨] عن طريق [e1|كاوه رستكار].}

{r5|ويقال إن [e2|النوري] انضم إلى [e8|جبهة الميناء] في [2010-02|شباط ٢٠١٠].} لم يتأكد هذا الخبر من مصدر ثان.
"""

ENGLISH = """TELEGRAM 0412
FROM: Embassy Qasr Noor
TO: Department
DATE: [2009-11-20|20 November 2009]
SUBJECT: Change of guard at the harbour station

1. {r2|[e3|Farhad Adib] took over as [e5|Head of Station Liyan] in [2009-11|November 2009].} His predecessor [e1|Kaveh Rastegar] left the city the same week.

2. {r7|The spokesman denied that the [e4|Seventh Bureau] ever supported the [e8|Harbour Front].}

3. Comment: Adib is little known outside the service. \U0001f4ce Two enclosures follow by pouch.
"""

COMMENT = """Who runs the harbour?

{r6|According to a newspaper, [e2|Samir al-Nouri] leads the [e8|Harbour Front].} It is a scandal that nobody asks who pays for it.

{r8|I am told that a certain Dr. [e7|Kaveh Rastegar], the physician, is a member of the [e8|Harbour Front].}
"""

DOCUMENTS = {
    "d-persian": Cable("دیدار در بندر", "text", "text/plain", "liyan", "cables/1388/114-7.txt", "telegram", "fa", "2009-05-14", PERSIAN,
                  {"type": "telegram", "number": "۱۱۴/۷", "from": "رئیس ایستگاه لیان", "to": "دفتر هفتم", "date": "2009-05-14", "subject": "دیدار در بندر"}),
    "d-arabic": Cable("محضر لقاء رقم ٨٨", "image", "image/png", "liyan", "scans.zip/box-2/0088.png", "minutes", "ar", "2010-03-01", ARABIC,
                 {"type": "minutes", "number": "٨٨", "date": "2010-03-01", "participants": ["سمير النوري", "كاوه رستكار"]}),
    "d-english": Cable("Change of guard at the harbour station", "text", "text/plain", "liyan", "cables/2009/0412.txt", "telegram", "en", "2009-11-20", ENGLISH,
                  {"type": "telegram", "number": "0412", "from": "Embassy Qasr Noor", "to": "Department", "date": "2009-11-20",
                   "subject": "Change of guard at the harbour station", "references": ["LIYAN 0398", "LIYAN 0401"]}),
    "d-comment": Cable("Who runs the harbour?", "html", "text/html", "papers", "op-ed/harbour.html", None, "en", "2011-01-09", COMMENT, {}),
}  # fmt: skip
