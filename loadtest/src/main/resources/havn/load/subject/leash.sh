# Usage: sh -c THIS leash COMMAND [ARGUMENT…]
#
# Becomes COMMAND, keeping its process id, and leaves a watcher that reads standard input: a pipe whose
# other end only the parent holds. When it ends – closed, or the parent is dead – COMMAND gets TERM and
# after fifteen seconds KILL.
exec 3<&0
(
  trap '' HUP INT QUIT TERM
  cat <&3
  exec sh -c '
    [ "$PPID" = "$1" ] || exit 0
    kill -s TERM "$1"
    n=0
    while [ "$n" -lt 150 ]; do
      sleep 0.1
      kill -0 "$1" || exit 0
      n=$((n + 1))
    done
    kill -s KILL "$1"
  ' watcher "$$"
) >/dev/null 2>&1 &
exec "$@" </dev/null 3<&-
