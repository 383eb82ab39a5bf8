# Prints every name this machine has for itself, one a line; the most certain first.
set -u
show() {
  if [ -r "$1" ]; then
    head -c 200 -- "$1" | tr -d '\r' | head -n 1
    echo
  fi
}
{
  show /etc/headroom/machine-id
  show /sys/class/dmi/id/board_asset_tag
  show /var/lib/cloud/data/instance-id
  uname -n
} | grep -E '^[A-Za-z0-9][A-Za-z0-9._:-]*$' | awk '!seen[$0]++'
exit 0
