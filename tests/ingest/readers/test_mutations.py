"""Every reader of documents, on files that were cut, flipped and stretched: a reading comes back, whatever the file."""

import random

import pytest

from ingest.samples import WORDS, samples

SAMPLES = samples()
ROUNDS = 12


@pytest.mark.parametrize(
    "name", [n for n in SAMPLES if not n.endswith(("png", "jpeg", "tiff", "bmp", "webp", "gif", "jpeg2000", "avif"))]
)
def test_a_sound_file_gives_its_words(read, name):
    reading = read(SAMPLES[name], name)
    assert WORDS in "\n".join(p.text for p in reading.pages)
    assert not reading.troubles


@pytest.mark.parametrize("name", SAMPLES)
def test_a_mutated_file_gives_a_reading(read, name, scratch):
    chance = random.Random(name)
    for _ in range(ROUNDS):
        data = bytearray(SAMPLES[name])
        way = chance.randrange(4)
        at = chance.randrange(1, len(data))
        if way == 0:
            del data[at:]
        elif way == 1:
            for _ in range(chance.randrange(1, 20)):
                data[chance.randrange(len(data))] = chance.randrange(256)
        elif way == 2:
            data[at:at] = chance.randbytes(40)
        else:
            del data[at : at + 60]
        from cablegraph.settings import Settings

        reading = read(bytes(data), name, settings=Settings(ocr=False))
        assert all(m.content.parent == scratch for m in reading.members)
        assert reading.pages or reading.members or any(t.fatal for t in reading.troubles)
