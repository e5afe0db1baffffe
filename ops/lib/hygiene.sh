# Looks at every file of the repository. Sourced by ops/check; prints what is wrong and answers 1.

# Text files that people wrote: no lock file, no licence, no pictures, no recorded vectors.
written_files() {
  git ls-files | grep -vE '(^|/)(package-lock\.json|LICENSE)$|\.(png|jpg|webp|woff2|ico|age|bin|mp3|ogg)$|/(vectors|golden)/'
}

# Prints lines that match pattern $1 in the files on standard input, under the heading $2.
forbid() {
  found=$(xargs grep -nIE -- "$1" /dev/null 2>/dev/null | cut -c1-200)
  [ -z "$found" ] && return 0
  printf '%s:\n%s\n' "$2" "$found"
  wrong=1
}

# Prints the rows of docs/protocol/attacks.md whose test is not there.
tests_that_are_gone() {
  sed -n 's/^|.*| `\([^`]*\)` "\(.*\)" |$/\1\t\2/p' docs/protocol/attacks.md |
    while IFS="$(printf '\t')" read -r file title; do
      grep -qF -- "$title" "$file" 2>/dev/null || printf '%s: no test "%s"\n' "$file" "$title"
    done
}

hygiene() {
  wrong=0
  gone=$(tests_that_are_gone)
  if [ -n "$gone" ]; then
    printf 'docs/protocol/attacks.md names tests that are not there:\n%s\n' "$gone"
    wrong=1
  fi
  # The brackets keep the patterns from finding themselves.
  written_files | forbid '[T]ODO|[F]IXME|[X]XX' 'unfinished'
  written_files | forbid '/[w]ork/|/[r]oot/|/[t]mp/wt|/[h]ome/[a-z]+/' 'a path of one machine'
  git ls-files | forbid '[r]egistry\.npmjs|[r]epo1?\.maven|[r]egistry\.yarnpkg|[d]eb\.debian|[p]ypi\.org' 'a package registry'
  git ls-files | forbid '^(<{7}|>{7}) ' 'an unresolved merge'
  for file in $(written_files | grep -E '\.(java|ts|tsx|mjs|js|css|sh|proto|lua|sql)$'); do
    lines=$(wc -l <"$file")
    if [ "$lines" -gt 400 ]; then
      printf '%s has %s lines; 400 is the limit\n' "$file" "$lines"
      wrong=1
    fi
  done
  if git ls-files | grep -E '(^|/)(node_modules|target|dist)/'; then
    printf 'built files are in the repository\n'
    wrong=1
  fi
  return "$wrong"
}
