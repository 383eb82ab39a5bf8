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

# processes that can be workers, with what they hold: PSS counts a shared page once over all
page=$(getconf PAGESIZE)
for folder in /proc/[0-9]*; do
  pid=${folder#/proc/}
  command=$(tr '\0\t\n\r' '    ' <"$folder/cmdline" 2>/dev/null | cut -c 1-400)
  case $command in
  *gunicorn* | *puma* | *php-fpm* | *'frappe'*' worker'* | *'bench worker'* | *'rq worker'* | \
    *mariadbd* | *mysqld* | *redis-server* | *postgres* | *nginx*) ;;
  *) continue ;;
  esac
  awk -v pid="$pid" -v page="$page" -v command="$command" -v folder="$folder" '
    { parent = $0; sub(/^.*\) /, "", parent); split(parent, field, " ") }
    END {
      pss = "-"
      while ((getline row <(folder "/smaps_rollup")) > 0) {
        if (row ~ /^Pss:/) { split(row, part, " "); pss = part[2] }
      }
      printf "process\t%s\t%s\t%s\t%s\t%s\t%s\n", pid, field[2], field[18], pss, field[22] * page / 1024, command
    }' "$folder/stat" 2>/dev/null
done

# connections taken by a process, and connections that wait to be taken
if command -v ss >/dev/null 2>&1; then
  ss -H -l -n -t -x 2>/dev/null | awk '$3 > 0 { printf "waiting\t%s\t%s\n", $5, $3 }'
  ss -H -n -t -p state established 2>/dev/null |
    sed -n 's/^ *[0-9]* *[0-9]* *[^ ]*:\([0-9]*\) .*pid=\([0-9]*\),.*$/connection\t\1\t\2/p'
  ss -H -l -n -t 2>/dev/null | awk '{ port = $4; sub(/^.*:/, "", port); printf "listening\t%s\n", port }' | sort -u
fi
exit 0
