import pytest

from cablegraph.ingest.charset import decode_declared

ARABIC = "التقى السفير وزير الخارجية في بغداد يوم الثلاثاء"


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        (ARABIC.encode("cp1256"), "windows-1256", ARABIC),
        (ARABIC.encode("iso8859_6"), "ISO-8859-6", ARABIC),
        (ARABIC.encode("cp1256"), "iso-8859-1", ARABIC),
        (ARABIC.encode("cp1256"), "us-ascii", ARABIC),
        (ARABIC.encode(), "windows-1256-x", ARABIC),
        (ARABIC.encode(), "utf-8", ARABIC),
        (ARABIC.encode(), "zlib", ARABIC),
        (ARABIC.encode(), "\0", ARABIC),
        (ARABIC.encode(), None, ARABIC),
        ("Привет, мир и все остальные".encode("koi8-r"), "koi8-r", "Привет, мир и все остальные"),
    ],
)
def test_a_declaration_is_believed_only_where_it_proves_something(data, charset, text):
    assert decode_declared(data, charset).text == text
