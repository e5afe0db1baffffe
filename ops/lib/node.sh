# Finds Node 20.19 or newer with npm, and Chromium. Sourced, after say.sh.

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

# Sets CHROMIUM to a browser for the browser tests.
need_chromium() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [ -n "$name" ] && has "$name"; then
      CHROMIUM=$(command -v "$name")
      export CHROMIUM
      return 0
    fi
  done
  if debian_install chromium; then
    CHROMIUM=$(command -v chromium)
    export CHROMIUM
    return 0
  fi
  die "Chromium is missing for the browser tests; install the package chromium, or set CHROMIUM to a browser's path"
}
