"""The forensic manifest: every file with SHA-256, size and its path through all containers, signed off by a person, and held against the case later.

The list is JSON Lines: a head that says case, time, who signs off and the SHA-256 of all lines below it, then a line for each file. With an Ed25519 key
the head also carries a signature over that SHA-256. The trap: whoever has the list and no key can change both lines and head; only the signature, or
a copy of the head kept elsewhere, tells.
"""

import base64
import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from cablegraph import __version__
from cablegraph.errors import UsageFault
from cablegraph.model.answers import FileLine, ManifestCheck
from cablegraph.store import Case, counting

_FORMAT = "cablegraph-manifest/1"


def write_manifest(connection: sa.Connection, case: Case, out: Path, *, who: str, key: Path | None = None) -> str:
    """Write the manifest of a case; returns the SHA-256 of its lines, which a person can note down elsewhere.

    Raises:
        UsageFault: The key is no Ed25519 private key, or is locked.
    """
    digest = hashlib.sha256()
    count = 0
    for line in _lines(connection):
        digest.update(line.encode())
        count += 1
    head: dict[str, Any] = {
        "format": _FORMAT, "case": case.settings.name, "made": datetime.now(UTC).isoformat(timespec="seconds"), "by": who,
        "software": f"cablegraph {__version__}", "files": count, "sha256": digest.hexdigest(),
    }  # fmt: skip
    if key:
        head |= _sign(key, digest.hexdigest())
    part = out.with_name(out.name + ".part")
    with part.open("w", encoding="utf-8") as stream:
        stream.write(json.dumps(head, ensure_ascii=False) + "\n")
        stream.writelines(_lines(connection))
    part.replace(out)
    return digest.hexdigest()


def _lines(connection: sa.Connection) -> Iterator[str]:
    for item in counting.iter_files(connection):
        yield json.dumps(_entry(item), ensure_ascii=False, sort_keys=True) + "\n"


def _entry(item: FileLine) -> dict[str, Any]:
    return {
        "dataset": item.dataset, "path": item.path, "sha256": item.sha256, "size": item.size, "state": item.state, "modified": item.modified,
        "reader": item.reader, "rule": item.rule,
    }  # fmt: skip


def check_manifest(connection: sa.Connection, case: Case, listed: Path) -> ManifestCheck:
    """Hold a manifest against the case as it is: every listed file must be there with the same content, and the original undamaged.

    Raises:
        UsageFault: The file is no manifest, or its lines are not those that were signed off.
    """
    head, lines = _load(listed)
    have: dict[tuple[str, str], set[str]] = {}
    for item in counting.iter_files(connection):
        have.setdefault((item.dataset, item.path), set()).add(item.sha256)
    agree, missing, changed, damaged = 0, [], [], []
    checked: dict[str, bool] = {}
    for line in lines:
        place = (line["dataset"], line["path"])
        contents = have.pop(place, None)
        sha256 = line["sha256"]
        if contents is None:
            missing.append(line["path"])
        elif sha256 not in contents:
            changed.append(line["path"])
        elif sha256 and not checked.setdefault(sha256, case.archive.is_sound(sha256)):
            damaged.append(line["path"])
        else:
            agree += 1
    unlisted = tuple(path for _, path in have)
    return ManifestCheck(agree, tuple(missing), tuple(changed), unlisted, tuple(damaged), _signature(head))


def _load(path: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    try:
        first, *rest = path.read_text(encoding="utf-8").splitlines(keepends=True)
        head = json.loads(first)
        known = head["format"] == _FORMAT
        lines = [json.loads(line) for line in rest]
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = (
            f"{path} is no manifest of cablegraph. Nothing was checked. Name a file that `cablegraph manifest` wrote."
        )
        raise UsageFault(message) from error
    digest = hashlib.sha256("".join(rest).encode()).hexdigest()
    if not known or digest != head.get("sha256"):
        message = (
            f"The lines of {path} are not those that were signed off. Nothing was checked. Ask for the manifest again."
        )
        raise UsageFault(message)
    return head, lines


def _sign(key: Path, digest: str) -> dict[str, str]:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    data = key.read_bytes()
    load = serialization.load_ssh_private_key if b"OPENSSH" in data else serialization.load_pem_private_key
    try:
        private = load(data, password=None)
    except (ValueError, TypeError) as error:
        message = f"{key} cannot be used to sign: {error}. Make one with `ssh-keygen -t ed25519 -N '' -f FILE`."
        raise UsageFault(message) from error
    if not isinstance(private, Ed25519PrivateKey):
        message = f"{key} is no Ed25519 key. Make one with `ssh-keygen -t ed25519 -N '' -f FILE`."
        raise UsageFault(message)
    public = private.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return {
        "key": base64.b64encode(public).decode(),
        "signature": base64.b64encode(private.sign(digest.encode())).decode(),
    }


def _signature(head: dict[str, Any]) -> str:
    """``none``, or ``good KEY`` or ``bad KEY`` with the public key in base64."""
    if "signature" not in head:
        return "none"
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(head["key"]))
        public.verify(base64.b64decode(head["signature"]), head["sha256"].encode())
    except (InvalidSignature, ValueError, KeyError):
        return f"bad {head.get('key', '')}"
    return f"good {head['key']}"
