# Usage: sh -c THIS leash SIGNAL TENTHS COMMAND [ARGUMENT…]
#
# Becomes COMMAND, keeping its process id, and leaves a watcher beside it that reads standard input.
# Standard input is a pipe whose other end only the parent holds: it ends when the parent closes it
# or dies, however it dies. The watcher then sends SIGNAL to the command's process group, waits
# TENTHS tenths of a second, and sends KILL.
signal=$1
tenths=$2
shift 2
exec 3<&0
(
  trap '' HUP INT QUIT TERM
  cat <&3
  # A fresh shell knows who its parent is now: somebody else, when the command has already ended.
  exec sh -c '
    [ "$PPID" = "$1" ] || exit 0
    kill -s "$2" -- "-$1" || kill -s "$2" "$1"
    n=0
    while [ "$n" -lt "$3" ]; do
      sleep 0.1
      kill -0 "$1" || exit 0
      n=$((n + 1))
    done
    kill -s KILL -- "-$1" || kill -s KILL "$1"
  ' watcher "$$" "$signal" "$tenths"
) >/dev/null 2>&1 &
exec "$@" </dev/null 3<&-
