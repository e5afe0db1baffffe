#!/bin/sh
# Builds the widget and the console into dist/, only when something changed. Called by Maven; safe to call by hand.
set -eu
cd "$(dirname "$0")"

if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
  echo "web-widget: Node.js 20.19 or newer with npm is needed and was not found; get it from nodejs.org or your system's packages" >&2
  exit 1
fi
if ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; then
  echo "web-widget: Node.js 20.19 or newer is needed, this is $(node --version); get it from nodejs.org or your system's packages" >&2
  exit 1
fi
exec node scripts/build-if-changed.js
