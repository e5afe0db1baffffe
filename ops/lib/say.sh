# How the scripts talk. Sourced, not run.

say() { printf '%s\n' "$*" >&2; }

# Ends with one sentence that says what is missing and how to get it.
die() {
  printf 'havn: %s\n' "$*" >&2
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# Installs Debian packages, or their newer versions, when this is Debian and we are root; answers whether that worked.
debian_install() {
  has apt-get && [ "$(id -u)" = 0 ] || return 1
  say "installing $* with apt-get"
  # An old list would install an old browser.
  apt-get update >/dev/null 2>&1
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >/dev/null 2>&1
}
