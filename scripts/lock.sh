#!/usr/bin/env bash
# Lock the dependencies of pyproject.toml with their hashes. The lock names no package index, so that it serves behind any mirror.
set -euo pipefail
cd "$(dirname "$0")/.."
uv=$(command -v uv || echo .tools/uv/bin/uv)
"$uv" pip compile --quiet --upgrade pyproject.toml --group dev --extra postgres --universal --generate-hashes --no-header \
  --no-emit-index-url --no-emit-find-links --no-emit-package cablegraph-models --output-file requirements.lock
