# Prints the processes that can be workers and the services beside them, parted by tabs: number,
# parent, threads, PSS and RSS in KiB, and the command. PSS counts a shared page once over all.
set -u
page=$(getconf PAGESIZE)
names='gunicorn|puma|php-fpm|bench|rq|mariadbd|mysqld|redis-server|postgres|nginx'
grep -l -a -E "$names" /proc/[0-9]*/cmdline 2>/dev/null | while IFS= read -r file; do
  folder=${file%/cmdline}
  command=$({ tr '\0\t\n\r' '    ' <"$file" | cut -c 1-400; } 2>/dev/null)
  case $command in
  # what runs this very script has its text on its command line
  '' | *smaps_rollup* | *'Prints the processes that can be workers'*) continue ;;
  esac
  awk -v pid="${folder#/proc/}" -v page="$page" -v command="$command" -v folder="$folder" '
    { parent = $0; sub(/^.*\) /, "", parent); split(parent, field, " ") }
    END {
      if (NR == 0 || field[1] == "Z") { exit }
      pss = "-"
      while ((getline row <(folder "/smaps_rollup")) > 0) {
        if (row ~ /^Pss:/) { split(row, part, " "); pss = part[2] }
      }
      printf "process\t%s\t%s\t%s\t%s\t%s\t%s\n", pid, field[2], field[18], pss, field[22] * page / 1024, command
    }' "$folder/stat" 2>/dev/null
done
exit 0
