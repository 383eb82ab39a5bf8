# Replaces a file in one step by what is read. Ends with 3 if the file is not what it was.
set -eu
umask 077
path=$1 mode=$2 bytes=$3 digest=$4
if [ -L "$path" ]; then
  echo "$path is a link" >&2
  exit 1
fi
folder=${path%/*}
if [ ! -d "$folder" ]; then
  mkdir -m 0755 -- "$folder"
fi
new=$(mktemp -- "$path.headroom-XXXXXXXX")
trap 'rm -f -- "$new"' EXIT
cat >"$new"
arrived=$(wc -c <"$new")
if [ "$arrived" -ne "$bytes" ]; then
  echo "$arrived of $bytes bytes arrived" >&2
  exit 1
fi
now=missing
if [ -e "$path" ]; then
  now=$(sha256sum <"$path" | cut -d ' ' -f 1)
fi
if [ "$now" != "$digest" ]; then
  echo "$path was changed meanwhile" >&2
  exit 3
fi
if [ -e "$path" ]; then
  chown --reference="$path" -- "$new"
  chmod --reference="$path" -- "$new"
else
  chmod -- "$mode" "$new"
fi
sync -- "$new"
mv -f -T -- "$new" "$path"
trap - EXIT
