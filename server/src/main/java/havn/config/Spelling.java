package havn.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Finds names that the catalog does not know, and the name that was probably meant.
final class Spelling {

  /// Variables that begin with `HAVN_` and are read by the start scripts or for other purposes.
  private static final Set<String> OTHER_VARIABLES =
      Set.of("HAVN_CHROMIUM", "HAVN_CONFIG", "HAVN_DEMO_JSON", "HAVN_JAVA_OPTS", "HAVN_LOG_LEVEL");

  private Spelling() {}

  static List<Problem> problems(Collection<String> paths, Collection<String> variables) {
    List<Problem> problems = new ArrayList<>();
    List<String> known = Catalog.ALL.stream().map(Setting::path).toList();
    for (String path : paths) {
      if (!known.contains(path)) {
        problems.add(unknown(path, known));
      }
    }
    List<String> knownVariables = Catalog.ALL.stream().map(Setting::variable).toList();
    for (String variable : variables) {
      if (variable.startsWith("HAVN_")
          && !OTHER_VARIABLES.contains(variable)
          && !knownVariables.contains(variable)) {
        problems.add(unknown(variable, knownVariables));
      }
    }
    return problems;
  }

  private static Problem unknown(String name, List<String> known) {
    String nearest =
        known.stream().min(Comparator.comparingInt(k -> distance(k, name))).orElseThrow();
    String fix =
        distance(nearest, name) <= Math.max(2, name.length() / 4)
            ? "did you mean " + nearest + "?"
            : "remove it; `havn config doc` lists every setting";
    return new Problem(name, "is not a setting", fix);
  }

  /// Levenshtein's distance.
  static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
