package havn.postgres.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the database itself knows about its tables.
final class Catalogue {

  /// Flyway's own table is written by the migrations, never restored.
  private static final String HISTORY = "flyway_schema_history";

  private Catalogue() {}

  /// Our tables, every table after the ones it refers to.
  static List<String> tables(Connection connection) throws SQLException, BackupRefused {
    Map<String, Set<String>> waits = new TreeMap<>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")) {
      while (rows.next()) {
        if (!rows.getString(1).equals(HISTORY)) {
          waits.put(rows.getString(1), new HashSet<>());
        }
      }
    }
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT a.relname, b.relname FROM pg_constraint c
                JOIN pg_class a ON a.oid = c.conrelid JOIN pg_class b ON b.oid = c.confrelid
                WHERE c.contype = 'f' AND a.oid <> b.oid
                """)) {
      while (rows.next()) {
        Set<String> before = waits.get(rows.getString(1));
        if (before != null && waits.containsKey(rows.getString(2))) {
          before.add(rows.getString(2));
        }
      }
    }
    return ordered(waits);
  }

  static Map<String, Long> sequences(Connection connection) throws SQLException {
    Map<String, Long> values = new HashMap<>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT sequencename, last_value FROM pg_sequences"
                    + " WHERE schemaname = 'public' AND last_value IS NOT NULL")) {
      while (rows.next()) {
        values.put(rows.getString(1), rows.getLong(2));
      }
    }
    return values;
  }

  /// Version of the newest migration that was applied.
  static String schema(Connection connection) throws SQLException, BackupRefused {
    try (var statement = connection.createStatement();
        var exists = statement.executeQuery("SELECT to_regclass('public." + HISTORY + "')")) {
      if (!exists.next() || exists.getString(1) == null) {
        throw new BackupRefused("this database holds no Havn; check postgres.* in the settings");
      }
    }
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT version FROM "
                    + HISTORY
                    + " WHERE success AND version IS NOT NULL"
                    + " ORDER BY installed_rank DESC LIMIT 1")) {
      return rows.next() ? rows.getString(1) : "0";
    }
  }

  /// Whether there is no table at all, Flyway's included.
  static boolean empty(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")) {
      return rows.next() && rows.getLong(1) == 0;
    }
  }

  /// The name as an SQL identifier.
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static List<String> ordered(Map<String, Set<String>> waits) throws BackupRefused {
    List<String> order = new ArrayList<>();
    while (order.size() < waits.size()) {
      List<String> free =
          waits.keySet().stream()
              .filter(t -> !order.contains(t) && order.containsAll(waits.get(t)))
              .toList();
      if (free.isEmpty()) {
        throw new BackupRefused("tables refer to each other in a circle; this cannot be saved");
      }
      order.addAll(free);
    }
    return order;
  }
}
