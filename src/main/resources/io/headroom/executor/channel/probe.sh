# Prints what is known of this host, a kind and its values a line, parted by tabs.
set -u
days=$1
line() { printf '%s\t%s\n' "$1" "$2"; }

line cpus "$(getconf _NPROCESSORS_ONLN)"
awk '$1 == "MemTotal:" { printf "memory_kib\t%s\n", $2 }' /proc/meminfo
line uptime_seconds "$(cut -d . -f 1 /proc/uptime)"
awk '$1 == "oom_kill" { printf "oom_kills_since_boot\t%s\n", $2 }' /proc/vmstat
for kind in cpu memory io; do
  if [ -r "/proc/pressure/$kind" ]; then
    awk -v kind="$kind" '{ sub("avg300=", "", $4); printf "pressure\t%s\t%s\t%s\n", kind, $1, $4 }' \
      "/proc/pressure/$kind" 2>/dev/null
  fi
done

if command -v journalctl >/dev/null 2>&1 && [ -d /run/systemd/system ]; then
  line oom_kills "$(journalctl --quiet --dmesg --since="-${days}d" --output=cat 2>/dev/null |
    grep -c -E 'Out of memory: Killed process|oom-kill:')"
  line worker_timeouts "$(journalctl --quiet --since="-${days}d" --output=cat 2>/dev/null |
    grep -c 'WORKER TIMEOUT')"
fi

# connections taken by a process, and connections that wait to be taken
if command -v ss >/dev/null 2>&1; then
  ss -H -l -n -t -x 2>/dev/null | awk '$3 > 0 { printf "waiting\t%s\t%s\n", $5, $3 }'
  ss -H -n -t -p state established 2>/dev/null |
    sed -n 's/^ *[0-9]* *[0-9]* *[^ ]*:\([0-9]*\) .*pid=\([0-9]*\),.*$/connection\t\1\t\2/p'
  ss -H -l -n -t 2>/dev/null | awk '{ port = $4; sub(/^.*:/, "", port); printf "listening\t%s\n", port }' | sort -u
fi
exit 0
