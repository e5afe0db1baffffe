package havn.postgres.backup;

import havn.postgres.EveryNumber;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// What a database that comes from a backup cannot know: whom services wrote to since, and who took
/// back a yes since. It is taken for the worst, in the restore's own transaction:
///
/// - every number counts as written to and reminded at this moment, also one whose card comes
///   later: nothing is begun for 180 days, unless the person writes. It stands in `begun` twice
///   under [EveryNumber], and goes from there after 13 months;
/// - no card has a yes, and no list brings one of today or before, by the same tag in `withdrawn`;
/// - every campaign is stopped.
///
/// A schema of before campaigns has none of these tables; one of before 22 and 31 lacks the yes and
/// who took it back.
final class SinceBackup {

  private static final List<Step> STEPS =
      List.of(
          new Step(
              "begun",
              "tag",
              "INSERT INTO begun (id, tag, service, at, what) VALUES "
                  + row("01", "now() - interval '1 second'", "first")
                  + ", "
                  + row("02", "now()", "reminder")
                  + " ON CONFLICT (id) DO UPDATE SET at = excluded.at"),
          new Step("campaign", "state", "UPDATE campaign SET state = 'stopped'"),
          new Step(
              "contact",
              "consent_day",
              "UPDATE contact SET consent_day = NULL, consent_how = NULL, consent_by = NULL"),
          new Step(
              "withdrawn",
              "day",
              "INSERT INTO withdrawn (service, tag, day) SELECT id, "
                  + EveryNumber.TAG
                  + ", (now() AT TIME ZONE 'Europe/Oslo')::date FROM service"
                  + " ON CONFLICT (service, tag) DO UPDATE SET day = excluded.day"));

  private SinceBackup() {}

  /// @param column it has to have for the statement
  private record Step(String table, String column, String statement) {}

  /// A row that a second restore finds again.
  private static String row(String id, String at, String what) {
    return "(decode(repeat('"
        + id
        + "', 16), 'hex'), "
        + EveryNumber.TAG
        + ", '', "
        + at
        + ", '"
        + what
        + "')";
  }

  /// Puts it down, as far as the schema has a place for it.
  static void assumed(Connection connection) throws SQLException {
    for (Step step : STEPS) {
      if (has(connection, step)) {
        try (var statement = connection.createStatement()) {
          statement.execute(step.statement());
        }
      }
    }
  }

  private static boolean has(Connection connection, Step step) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "SELECT FROM information_schema.columns"
                + " WHERE table_schema = 'public' AND table_name = ? AND column_name = ?")) {
      query.setString(1, step.table());
      query.setString(2, step.column());
      try (var rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }
}
