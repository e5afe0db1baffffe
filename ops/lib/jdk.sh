# Finds a JDK of 21 or newer in the usual places. Sourced, after say.sh.

# The major version of the JDK in folder $1; nothing when there is no complete JDK.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  version=
  [ -r "$1/release" ] && version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*"\([0-9]*\).*/\1/p')
  printf '%s' "$version"
}

# Prints the folder of the JDK in JAVA_HOME if it is new enough, else of the newest one found.
find_jdk() {
  version=$(jdk_version "${JAVA_HOME:-/nowhere}")
  if [ "${version:-0}" -ge 21 ]; then
    printf '%s' "$JAVA_HOME"
    return 0
  fi
  best=0
  found=
  on_path=$(command -v javac 2>/dev/null || true)
  [ -n "$on_path" ] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for home in "$on_path" /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /usr/local/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    version=$(jdk_version "$home")
    if [ "${version:-0}" -ge 21 ] && [ "$version" -gt "$best" ]; then
      best=$version
      found=$home
    fi
  done
  [ -n "$found" ] && printf '%s' "$found"
}

# Sets JDK, or installs one, or ends with a sentence.
need_jdk() {
  JDK=$(find_jdk) && return 0
  if debian_install openjdk-21-jdk-headless || debian_install default-jdk-headless; then
    JDK=$(find_jdk) && return 0
  fi
  die "a JDK of 21 or newer is missing; get one from https://adoptium.net or install the package openjdk-21-jdk"
}
