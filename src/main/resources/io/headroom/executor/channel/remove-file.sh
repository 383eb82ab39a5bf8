# Removes a file. Ends with 3 if it is not what it was.
set -eu
path=$1 digest=$2
now=$(sha256sum <"$path" | cut -d ' ' -f 1)
if [ "$now" != "$digest" ]; then
  echo "$path was changed meanwhile" >&2
  exit 3
fi
rm -f -- "$path"
