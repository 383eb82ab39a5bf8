# Prints each queue of an RQ server: name, length, and when its oldest job was put in.
set -eu
ask() { redis-cli -p "$port" --raw "$@" </dev/null; }
port=$1
ask smembers rq:queues | sort | while IFS= read -r queue; do
  [ -n "$queue" ] || continue
  length=$(ask llen "$queue")
  oldest=$(ask lindex "$queue" 0)
  since=-
  if [ -n "$oldest" ]; then
    since=$(ask hget "rq:job:$oldest" enqueued_at)
  fi
  printf '%s\t%s\t%s\n' "$(printf '%s' "$queue" | tr '\t\r' '  ')" "$length" "${since:--}"
done
