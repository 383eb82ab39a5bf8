# Sets one number of a running database server.
set -eu
client=mariadb
command -v mariadb >/dev/null 2>&1 || client=mysql
case $3 in
*[!0-9]* | '')
  echo "no number: $3" >&2
  exit 1
  ;;
esac
case $2 in
innodb_buffer_pool_size) statement="SET GLOBAL innodb_buffer_pool_size = $3 * 1048576" ;;
max_connections) statement="SET GLOBAL max_connections = $3" ;;
*)
  echo "no setting: $2" >&2
  exit 1
  ;;
esac
exec "$client" --no-defaults --socket="$1" --connect-timeout=10 --batch --execute="$statement"
