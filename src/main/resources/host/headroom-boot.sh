#!/bin/sh
# Sets worker counts before the application starts, so that a machine of any size comes up right.
# Install it once and let systemd run it before the application, or cloud-init at every boot.
#
# The counts are, in this order:
#   1. what the tag or the metadata "headroom-workers" of the instance says: 9 or 9,2 (web,background)
#   2. 2 x vCPUs + 1, as far as the memory of the machine holds workers of HEADROOM_WORKER_MIB each
#
# /etc/headroom/boot.conf, read as NAME=VALUE lines, never run:
#   RECIPE=gunicorn-systemd|frappe-bench|generic-env   what to set (required)
#   UNIT=gunicorn.service          gunicorn-systemd: the unit
#   FILE=/etc/default/app          generic-env: the file, VARIABLE=WEB_CONCURRENCY the variable in it
#   BENCH=/home/frappe/frappe-bench  frappe-bench: the directory, BENCH_USER=frappe whose it is
#   WORKER_MIB=150 RESERVE_MIB=1024 MINIMUM=1 MAXIMUM=36
set -eu
umask 022
root=${HEADROOM_ROOT:-}
aws=${HEADROOM_AWS_METADATA:-http://169.254.169.254}
gce=${HEADROOM_GCE_METADATA:-http://metadata.google.internal}
conf=$root/etc/headroom/boot.conf

fail() {
  echo "headroom-boot: $1" >&2
  exit 1
}

# setting NAME DEFAULT: the last line NAME=VALUE of the configuration
setting() {
  found=$(sed -n "s/^$1=\\([A-Za-z0-9@:._/+-]*\\)\$/\\1/p" "$conf" | tail -n 1)
  echo "${found:-$2}"
}

# number VALUE NAME: the value if it is 1 to 99999
number() {
  case $1 in
  '' | 0* | *[!0-9]* | ??????*) fail "Invalid $2: $1; expected 1 to 99999" ;;
  esac
  echo "$1"
}

get() { curl --silent --fail --noproxy '*' --max-time 2 "$@" 2>/dev/null; }

# what the instance was told, by a tag that metadata shows or by an attribute
told() {
  if token=$(get -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' "$aws/latest/api/token"); then
    get -H "X-aws-ec2-metadata-token: $token" "$aws/latest/meta-data/tags/instance/headroom-workers" ||
      true
    return
  fi
  get -H 'Metadata-Flavor: Google' \
    "$gce/computeMetadata/v1/instance/attributes/headroom-workers" || true
}

computed() {
  cpus=${HEADROOM_VCPUS:-$(getconf _NPROCESSORS_ONLN)}
  kib=${HEADROOM_MEMORY_KIB:-$(awk '$1 == "MemTotal:" { print $2 }' /proc/meminfo)}
  by_cpu=$((2 * cpus + 1))
  reserve=$(number "$(setting RESERVE_MIB 1024)" RESERVE_MIB)
  each=$(number "$(setting WORKER_MIB 150)" WORKER_MIB)
  by_memory=$(((kib / 1024 - reserve) / each))
  if [ "$by_memory" -lt "$by_cpu" ]; then echo "$by_memory"; else echo "$by_cpu"; fi
}

bounded() {
  least=$(number "$(setting MINIMUM 1)" MINIMUM)
  most=$(number "$(setting MAXIMUM 36)" MAXIMUM)
  if [ "$1" -lt "$least" ]; then
    echo "$least"
  elif [ "$1" -gt "$most" ]; then
    echo "$most"
  else
    echo "$1"
  fi
}

# replace FILE: puts what it reads in the place of the file, with the same owner and mode
replace() {
  new=$(mktemp -- "$1.headroom-XXXXXXXX")
  cat >"$new"
  if [ -e "$1" ]; then
    chown --reference="$1" -- "$new"
    chmod --reference="$1" -- "$new"
  else
    chmod 0644 -- "$new"
  fi
  mv -f -T -- "$new" "$1"
}

set_unit() {
  unit=$(setting UNIT gunicorn.service)
  case $unit in */* | .*) fail "Invalid UNIT: $unit; expected a unit such as gunicorn.service" ;; esac
  folder=$root/etc/systemd/system/$unit.d
  mkdir -p -- "$folder"
  printf '# written by headroom\n[Service]\nEnvironment=WEB_CONCURRENCY=%s\n' "$1" |
    replace "$folder/50-headroom.conf"
  if [ -d /run/systemd/system ] && [ -z "$root" ]; then
    systemctl daemon-reload
  fi
}

set_variable() {
  file=$root$(setting FILE /etc/default/app)
  variable=$(setting VARIABLE WEB_CONCURRENCY)
  case $variable in
  *[!A-Za-z0-9_]* | [0-9]*) fail "Invalid VARIABLE: $variable; expected the name of a variable" ;;
  esac
  [ -e "$file" ] || : >"$file"
  {
    grep -v "^[[:space:]]*${variable}[[:space:]]*=" <"$file" || true
    echo "$variable=$1"
  } | replace "$file"
}

# set_bench WEB [BACKGROUND]: the numbers alone change, and bench writes its configuration anew
set_bench() {
  bench=$(setting BENCH /home/frappe/frappe-bench)
  user=$(setting BENCH_USER frappe)
  config=$root$bench/sites/common_site_config.json
  [ -f "$config" ] || fail "Cannot find $config; set BENCH in $conf"
  grep -q '"gunicorn_workers"' "$config" ||
    fail "Cannot set gunicorn_workers in $config: it is not there; run bench config once"
  sed -e "s/\\(\"gunicorn_workers\"[[:space:]]*:[[:space:]]*\\)[0-9][0-9]*/\\1$1/" \
    -e "${2:+s/\\(\"background_workers\"[[:space:]]*:[[:space:]]*\\)[0-9][0-9]*/\\1$2/}" \
    "$config" >"$config.headroom"
  replace "$config" <"$config.headroom"
  rm -f -- "$config.headroom"
  if [ -z "$root" ]; then
    home=$(getent passwd "$user" | cut -d : -f 6)
    (cd -- "$bench" && runuser -u "$user" -- env "HOME=$home" \
      "PATH=$home/.local/bin:/usr/local/bin:/usr/bin:/bin" bench setup supervisor --yes)
  fi
}

[ -r "$conf" ] || fail "Cannot read $conf: it says what to set"
workers=$(told | head -c 20)
background=
case $workers in
*,*)
  background=$(number "${workers#*,}" headroom-workers)
  workers=${workers%%,*}
  ;;
esac
if [ -n "$workers" ]; then
  workers=$(number "$workers" headroom-workers)
  source=told
else
  workers=$(computed)
  source=computed
fi
web=$(bounded "$workers")
case $(setting RECIPE '') in
gunicorn-systemd) set_unit "$web" ;;
generic-env) set_variable "$web" ;;
frappe-bench) set_bench "$web" "$background" ;;
*) fail "Invalid RECIPE in $conf; expected gunicorn-systemd, frappe-bench or generic-env" ;;
esac
echo "headroom-boot: $web web workers${background:+, $background background}, $source"
