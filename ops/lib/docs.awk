# Splits `///` documentation lines that pass 100 columns, and mends those that were cut already:
# google-java-format turns what passes the limit into a plain `//` comment. Run with LC_ALL=C: the continuation bytes
# of UTF-8 are not counted.
function columns(line) { return length(line) - gsub(/[\200-\277]/, "&", line) }

{
  if (documented && $0 ~ /^ *\/\/ /) sub(/\/\/ /, "/// ")
  documented = $0 ~ /^ *\/\/\/( |$)/
  while (documented && columns($0) > 100) {
    for (cut = 100; cut > 20 && substr($0, cut, 1) != " "; cut--) {}
    if (cut <= 20) break
    match($0, /^ *\/\/\/ /)
    lead = substr($0, 1, RLENGTH)
    print substr($0, 1, cut - 1)
    $0 = lead substr($0, cut + 1)
  }
  print
}
