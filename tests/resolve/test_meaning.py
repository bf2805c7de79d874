import pytest

from cablegraph.resolve.meaning import same_meaning

SAME = [
    ("Ministry of Intelligence", "وزارت اطلاعات"),
    ("Ministry of Intelligence", "وزارة الاستخبارات"),
    ("وزارت نفت", "وزارة النفط"),
    ("The Ministry of Oil", "وزارة النفط"),
    ("Governor of Basra", "محافظ البصرة"),
    ("Governor of Basra", "استاندار بصره"),
    ("Embassy in Baghdad", "سفارت در بغداد"),
    ("National Security Council", "شورای امنیت ملی"),
    ("OIL MINISTRY", "Ministry of Oil"),
    ("وزارة النفط", "وزارة  النّفط"),
]
DIFFERENT = [
    ("Ministry of Oil", "Ministry of the Interior"),
    ("وزارت نفت", "وزارت نیرو"),
    ("Embassy in Damascus", "سفارت در بغداد"),
    ("Ministry", "وزارت"),
    ("Ministry of Oil", "Deputy Minister of Oil"),
    ("Ministry of Oil", "Ministry of Oil of Nahristan"),
    ("محافظ البصرة", "محافظ نينوى"),
    ("First Division", "لشکر دوم"),
    ("of the", "در"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_body_in_two_languages(a: str, b: str) -> None:
    for one, other in ((a, b), (b, a)):
        found = same_meaning(one, other)
        assert found is not None
        assert 0 < found[0] <= 1
        assert found[1]


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_two_bodies(a: str, b: str) -> None:
    assert same_meaning(a, b) is None
    assert same_meaning(b, a) is None
