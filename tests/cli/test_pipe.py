import json
import subprocess
import sys
from pathlib import Path


def test_lines_through_a_real_pipe_as_they_come() -> None:
    with subprocess.Popen(
        [sys.executable, "-X", "utf8=0", "-m", "cablegraph", "lines", "same-name"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
    ) as process:
        text = (
            '{"a": {"name": "کریم زندی"}, "b": {"name": "Karim Zandi"}, "note": "نگه دار"}\nbad\n{"a": {"name": "x"}}\n'
        )
        out, err = process.communicate(text.encode(), timeout=60)
    assert process.returncode == 0
    (line,) = map(json.loads, out.decode().splitlines())
    assert line["same"] is True
    assert line["note"] == "نگه دار"
    assert [text.split(":")[0] for text in err.decode().splitlines()] == ["line 2", "line 3"]


def test_a_reader_that_goes_away_is_no_crash(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(('{"text": "%s"}\n' % ("5 November 2014 " * 400)) * 60)
    with subprocess.Popen(
        [sys.executable, "-m", "cablegraph", "lines", "header", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        err = process.stderr.read().decode()
        process.wait(timeout=60)
    assert "Traceback" not in err
    assert "BrokenPipe" not in err


def test_a_caller_that_waits_for_each_answer_gets_it() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "cablegraph", "lines", "dates"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for day in (5, 6):
            process.stdin.write(json.dumps({"text": f"{day} November 2014"}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["dates"][0]["edtf"] == f"2014-11-0{day}"
        process.stdin.close()


def test_relations_at_least_so_sure() -> None:
    line = json.dumps({"text": "Karim Zandi met Omar Haddad on 5 November 2014."})
    for least, types in (("0.7", ["Meeting"]), ("0.99", [])):
        done = subprocess.run(
            [sys.executable, "-m", "cablegraph", "lines", "relations", "--confidence", least],
            input=line.encode(),
            capture_output=True,
            check=True,
            timeout=120,
        )
        assert [r["type"] for r in json.loads(done.stdout)["relations"]] == types
