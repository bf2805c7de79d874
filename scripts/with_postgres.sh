#!/usr/bin/env bash
# Run a command beside a throw-away PostgreSQL from Debian's packages; its address stands in CABLEGRAPH_TEST_POSTGRES.
# Where PostgreSQL is not installed the command runs without it, and the tests that need it are skipped.
set -uo pipefail

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
if [ -z "$bin" ]; then
  exec "$@"
fi
folder=$(mktemp -d)
as_user=()
if [ "$(id -u)" -eq 0 ]; then
  chown postgres "$folder"
  as_user=(runuser -u postgres --)
fi
stop() {
  "${as_user[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1
  rm -rf "$folder"
}
trap stop EXIT
if (cd "$folder" && "${as_user[@]}" "$bin/initdb" -D "$folder/data" -U cablegraph --auth=trust --encoding=UTF8 --locale=C.UTF-8 >"$folder/log" 2>&1 &&
  "${as_user[@]}" "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/data/log" -o "-c listen_addresses='' -c unix_socket_directories=$folder" start >>"$folder/log" 2>&1); then
  chmod 755 "$folder"
  export CABLEGRAPH_TEST_POSTGRES="postgresql://cablegraph@/postgres?host=$folder"
else
  echo "PostgreSQL did not start; its tests are skipped:" >&2
  cat "$folder/log" >&2
fi
"$@"
