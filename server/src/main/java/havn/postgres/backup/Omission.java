package havn.postgres.backup;

import java.util.List;

/// A table whose rows no backup holds, because they must be forgettable. It is restored empty.
public record Omission(String table, String reason) {

  /// What every backup leaves out: nothing so far, since no table holds anything a visitor said.
  public static List<Omission> standard() {
    return List.of();
  }
}
