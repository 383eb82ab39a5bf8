# Prints settings and state of a database server, a name and a value a line.
set -eu
client=mariadb
command -v mariadb >/dev/null 2>&1 || client=mysql
exec "$client" --no-defaults --socket="$1" --connect-timeout=10 --batch --skip-column-names --execute="
SHOW GLOBAL VARIABLES WHERE Variable_name IN ('innodb_buffer_pool_size', 'max_connections');
SHOW GLOBAL STATUS WHERE Variable_name IN ('Innodb_buffer_pool_bytes_data', 'Max_used_connections',
  'Threads_connected', 'Innodb_buffer_pool_resize_status')"
