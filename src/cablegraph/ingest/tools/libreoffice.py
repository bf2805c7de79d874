"""LibreOffice as a subprocess: office files of former times turned into those of today.

Knows the command line and the settings under which nothing in a document runs or is fetched: a profile of its own, no macros, no links updated, a proxy that
leads nowhere. What comes out is read like any other file. The traps: a second LibreOffice with the same profile silently does nothing; and it forks, so the
whole group of processes is ended when time is up.
"""

import contextlib
import os
import shutil
import signal
import subprocess
from functools import cache
from pathlib import Path

_INSTALL = (
    "apt-get install --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui"
)
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
_ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
_SAFE = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Office.Calc/Content/Update", "Link", "2"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


class ConversionFailed(Exception):
    """LibreOffice made nothing of the file; the message says why without words of the file."""


class ConversionTimeout(Exception):
    """LibreOffice took longer than allowed and was ended."""


@cache
def find_libreoffice() -> str | None:
    """The path of the program, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


@cache
def libreoffice_version() -> str:
    """Such as ``7.4.7.2``; empty without the program or where it does not start."""
    program = find_libreoffice()
    if program is None:
        return ""
    try:
        done = subprocess.run(
            [program, "--version"], capture_output=True, timeout=60, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    words = done.stdout.decode("utf-8", "replace").split()
    return words[1] if len(words) > 1 else ""


def convert(content: Path, ending: str, target: str, *, room: Path, seconds: float) -> Path:
    """Turn an office file into another format.

    Args:
        content: The file; it is copied, since LibreOffice leaves lock files beside what it opens.
        ending: The ending that tells LibreOffice its format, without the dot.
        target: ``docx``, ``xlsx`` or ``pptx``.
        room: An empty folder for the program's profile and the result, which the caller removes.
        seconds: How long it may take.

    Raises:
        ConversionFailed: The program is missing, or made nothing of the file.
        ConversionTimeout: It took too long.
    """
    program = find_libreoffice()
    if program is None:
        raise ConversionFailed(f"LibreOffice is needed for this kind of file and is not installed ({_INSTALL})")
    source = room / f"in.{ending}"
    shutil.copyfile(content, source)
    profile = room / "profile"
    (profile / "user").mkdir(parents=True)
    items = "\n".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _SAFE)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS.format(items=items), encoding="utf-8")
    command = [
        program,
        f"-env:UserInstallation={profile.resolve().as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault", "--nofirststartwizard"),
        *("--convert-to", target, "--outdir", str(room / "out"), str(source)),
    ]
    try:
        _run(command, room, seconds)
    except OSError as error:
        raise ConversionFailed(f"LibreOffice could not be started ({error.strerror})") from error
    made = room / "out" / f"in.{target}"
    if not made.exists() or not made.stat().st_size:
        raise ConversionFailed("LibreOffice cannot read the file; it is damaged or locked")
    return made


def _run(command: list[str], room: Path, seconds: float) -> None:
    """Run the program in a group of its own, which is ended with it."""
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(room), "TMPDIR": str(room), "LC_ALL": "C.UTF-8"}
    environment |= {"SAL_USE_VCLPLUGIN": "svp", "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=room,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise ConversionTimeout(f"LibreOffice took more than {seconds:.0f} seconds") from error
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
