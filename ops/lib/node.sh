# Finds Node 20.19 or newer with npm, and a Chromium that knows ML-KEM keys. Sourced, after say.sh.

node_fits() {
  has node && has npm && node -e '
    const [major, minor] = process.versions.node.split(".").map(Number);
    process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1);'
}

need_node() {
  node_fits && return 0
  for bin in "$HOME"/.nvm/versions/node/*/bin /opt/node*/bin /usr/local/node*/bin; do
    if [ -x "$bin/node" ] && (PATH=$bin:$PATH && node_fits); then
      PATH=$bin:$PATH
      export PATH
      return 0
    fi
  done
  has node || { debian_install nodejs npm && node_fits && return 0; }
  die "Node 20.19 or newer with npm is missing; get it from https://nodejs.org"
}

CHROMIUM_OLDEST=156

# Prints the path of the program when it is a browser that is new enough.
chromium_fits() {
  path=$(command -v "$1") || return 1
  major=$("$path" --version 2>/dev/null | sed -n 's/^[A-Za-z ]* \([0-9][0-9]*\)\..*/\1/p')
  [ "${major:-0}" -ge "$CHROMIUM_OLDEST" ] && printf '%s' "$path"
}

# Sets HAVN_CHROMIUM to the browser of the browser tests.
need_chromium() {
  for name in ${HAVN_CHROMIUM:-chromium chromium-browser google-chrome google-chrome-stable}; do
    chromium_found=$(chromium_fits "$name") && break
  done
  if [ -z "${chromium_found:-}" ] && [ -z "${HAVN_CHROMIUM:-}" ] && debian_install chromium; then
    chromium_found=$(chromium_fits chromium)
  fi
  [ -n "${chromium_found:-}" ] ||
    die "Chromium $CHROMIUM_OLDEST or newer is missing for the browser tests; install the package chromium, or set HAVN_CHROMIUM to a browser's path"
  HAVN_CHROMIUM=$chromium_found
  export HAVN_CHROMIUM
}
