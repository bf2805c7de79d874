#!/usr/bin/env bash
# Prepare .venv: uv, the locked dependencies, the package itself and its models.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

python=
for name in python3 python3.14 python3.13 python3.12 python3.11; do
  if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
    python=$(command -v "$name")
    break
  fi
done
[ -n "$python" ] || { say "Python 3.11 or newer is needed and none was found. Install python3, then run make again."; exit 1; }

find_uv() {
  command -v uv && return
  [ -x .tools/uv/bin/uv ] && { echo .tools/uv/bin/uv; return; }
  if ! "$python" -m venv .tools/uv >/dev/null 2>&1; then
    rm -rf .tools/uv
    bash scripts/system.sh python >&2 || true
    "$python" -m venv .tools/uv >&2 || { say "Python's venv module is needed. Install it (apt-get install python3-venv), then run make again."; return 1; }
  fi
  .tools/uv/bin/python -m pip install --quiet --disable-pip-version-check "uv>=0.9" >&2
  echo .tools/uv/bin/uv
}

uv=$(find_uv)
[ -x .venv/bin/python ] || "$uv" venv --quiet --python "$python" .venv
say "Installing the locked dependencies ..."
VIRTUAL_ENV="$PWD/.venv" "$uv" pip sync --quiet --require-hashes requirements.lock
say "Installing cablegraph, its models and its front-end ..."
VIRTUAL_ENV="$PWD/.venv" "$uv" pip install --quiet --no-deps --editable models --editable .
.venv/bin/cablegraph --version >&2
say "Compiling the comparison of names (once on each machine) ..."
.venv/bin/python -c 'from cablegraph.names import compare_names; compare_names("Karim Zandi", "کریم زندی")' >&2
