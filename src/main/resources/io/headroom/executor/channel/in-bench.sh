# Runs the bench command in a bench directory, with the paths and the home of whoever runs it.
set -eu
cd -- "$1"
shift
HOME=$(getent passwd "$(id -u)" | cut -d : -f 6)
PATH=$HOME/.local/bin:/usr/local/bin:/usr/bin:/bin:$PWD/env/bin
export HOME PATH
exec bench "$@"
