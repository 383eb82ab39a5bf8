# Signals a gunicorn master; never another process that took its number.
set -eu
signal=$1 pid=$2
if ! tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -q gunicorn; then
  echo "process $pid is no gunicorn" >&2
  exit 1
fi
kill -s "$signal" "$pid"
