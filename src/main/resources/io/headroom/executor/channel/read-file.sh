# Prints a file: one line with mode, size and digest, then its bytes in base64.
set -eu
path=$1
if [ ! -e "$path" ] && [ ! -L "$path" ]; then
  echo missing
  exit 0
fi
if [ -L "$path" ] || [ ! -f "$path" ]; then
  echo "$path is no plain file" >&2
  exit 1
fi
mode=$(stat -c %a -- "$path")
size=$(stat -c %s -- "$path")
digest=$(sha256sum <"$path" | cut -d ' ' -f 1)
printf 'file 0%03d %s %s\n' "$((mode % 1000))" "$size" "$digest"
base64 <"$path"
