"""A small invented trove, written to disk as plain text."""

from pathlib import Path

PORT = (
    "FROM: Nahr\nTO: Tehran\nDATE: 5 November 2014\n\n"
    "Karim Zandi, director of the Nahr Port Authority, met Omar Haddad on 3 November 2014.\n"
)
LETTERS = {
    "letters/port.txt": PORT,
    "letters/نامه.txt": "به: وزارت راه\nتاریخ: ۱۴ آبان ۱۳۹۳\n\nکریم زندی، مدیر بندر نهر، در ۱۲ آبان ۱۳۹۳ با عمر حداد دیدار کرد. لیلا صبری نیز آنجا بود.\n",
    "letters/رسالة.txt": "إلى: وزارة النقل\nالتاريخ: ٥ تشرين الثاني ٢٠١٤\n\nالتقى كريم زندي عمر حداد في ميناء النهر. وحضرت ليلى صبري اللقاء.\n",
    "letters/copy/port again.txt": PORT,
    "letters/empty.txt": "",
}
RECORD = {
    "column.txt": "By Nadia Farsi\n\nKarim Zandi met Omar Haddad on 3 November 2014. The ministry should be ashamed of it.\n"
}


def write(folder: Path, texts: dict[str, str]) -> Path:
    """Write the texts under a folder."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
