#!/usr/bin/env bash
# Prepare the environments of the public peers that `make bench` measures: one folder .tools/peers/NAME for each bench/peers/NAME.lock.
# One that cannot be made (no network, no compiler) is left out and said so; the bench then says the same in its table.
# Usage: peers.sh [lock]      lock: write the lock files anew, with hashes and without the name of any package index.
set -uo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

uv=$(command -v uv || echo .tools/uv/bin/uv)
command -v "$uv" >/dev/null || { say "uv is not there; make setup brings it."; exit 1; }

if [ "${1:-}" = lock ]; then
  for wanted in bench/peers/*.in; do
    "$uv" pip compile --quiet --upgrade "$wanted" --universal --python-version 3.11 --generate-hashes --no-header \
      --no-emit-index-url --no-emit-find-links --output-file "${wanted%.in}.lock" || exit 1
  done
  exit 0
fi

for lock in bench/peers/*.lock; do
  name=$(basename "$lock" .lock)
  home=.tools/peers/$name
  cmp -s "$lock" "$home/made-from.lock" && continue
  say "Installing the peers of bench/peers/$name.lock ..."
  rm -rf "$home"
  if "$uv" venv --quiet --python .venv/bin/python "$home" &&
    VIRTUAL_ENV="$PWD/$home" "$uv" pip sync --quiet --require-hashes "$lock"; then
    cp "$lock" "$home/made-from.lock"
  else
    rm -rf "$home"
    say "These peers could not be installed (see above); the bench leaves them out. PyICU needs g++, pkg-config and libicu-dev: scripts/system.sh bench."
  fi
done
