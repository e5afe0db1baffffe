package havn.postgres.backup;

import havn.postgres.PostgresAddress;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/// Puts a backup into an empty database. Blocks; for the command line.
public final class Restore {

  private static final int MOST_MANIFEST_BYTES = 1 << 20;

  private Restore() {}

  /// Builds the schema of the backup's version, fills it in one transaction, with what has to be
  /// assumed of the time since ([SinceBackup]), and answers the number of rows. A database that
  /// holds any table is refused and left alone; the next start of a server brings the schema up to
  /// date.
  public static long read(PostgresAddress at, Path file) throws BackupRefused {
    try (ZipFile zip = new ZipFile(file.toFile());
        Connection connection =
            DriverManager.getConnection(at.jdbc(), at.user(), at.password().text())) {
      Manifest manifest = Manifest.decode(small(zip, "manifest.json"));
      JsonObject counted =
          new JsonObject(new String(small(zip, "complete.json"), StandardCharsets.UTF_8));
      check(zip, manifest, counted);
      if (!Catalogue.empty(connection)) {
        throw new BackupRefused(
            "the database at " + at + " is not empty; create a new one and restore into that");
      }
      build(at, manifest.schema());
      return fill(connection, zip, manifest);
    } catch (SQLException failure) {
      throw new BackupRefused(
          "PostgreSQL at " + at + " did not take the data; drop that database and try again");
    } catch (IOException | DecodeException unreadable) {
      throw new BackupRefused(file + " is not a whole backup; nothing was restored from it");
    }
  }

  /// Reads every table once before anything is changed: its checksum, and a line for each row.
  private static void check(ZipFile zip, Manifest manifest, JsonObject counted) throws IOException {
    for (String table : manifest.tables()) {
      ZipEntry entry = entry(zip, name(table));
      try (var read = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
        long rows = lines(read);
        if (rows != counted.getLong(table, -1L)
            || read.getChecksum().getValue() != entry.getCrc()) {
          throw new IOException("a part is damaged");
        }
      }
    }
  }

  private static long lines(InputStream text) throws IOException {
    byte[] piece = new byte[65_536];
    long lines = 0;
    for (int length = text.read(piece); length > 0; length = text.read(piece)) {
      for (int i = 0; i < length; i++) {
        lines += piece[i] == '\n' ? 1 : 0;
      }
    }
    return lines;
  }

  private static String name(String table) {
    return "tables/" + table + ".copy";
  }

  private static void build(PostgresAddress at, String schema) throws BackupRefused {
    try {
      Flyway.configure()
          .dataSource(at.jdbc(), at.user(), at.password().text())
          .locations("classpath:db/migration")
          .target(schema)
          .cleanDisabled(true)
          .load()
          .migrate();
    } catch (FlywayException unknown) {
      throw new BackupRefused(
          "this program does not know schema " + schema + " of the backup; use a newer release");
    }
  }

  private static long fill(Connection connection, ZipFile zip, Manifest manifest)
      throws SQLException, IOException, BackupRefused {
    connection.setAutoCommit(false);
    List<String> present = Catalogue.tables(connection);
    if (!new HashSet<>(present).containsAll(manifest.tables())) {
      throw new BackupRefused("the backup holds a table that its schema does not have");
    }
    long all = 0;
    try (var statement = connection.createStatement()) {
      // What the migrations themselves wrote is in the backup too.
      if (!present.isEmpty()) {
        statement.execute(
            "TRUNCATE "
                + present.stream().map(Catalogue::quoted).collect(Collectors.joining(", ")));
      }
      CopyManager copy = new CopyManager(connection.unwrap(BaseConnection.class));
      for (String table : manifest.tables()) {
        try (InputStream rows = zip.getInputStream(entry(zip, name(table)))) {
          all += copy.copyIn("COPY " + Catalogue.quoted(table) + " FROM STDIN", rows);
        }
      }
      try (var move = connection.prepareStatement("SELECT setval(?::regclass, ?)")) {
        for (var sequence : manifest.sequences().entrySet()) {
          move.setString(1, Catalogue.quoted(sequence.getKey()));
          move.setLong(2, sequence.getValue());
          move.execute();
        }
      }
      SinceBackup.assumed(connection);
      connection.commit();
    }
    return all;
  }

  private static byte[] small(ZipFile zip, String name) throws IOException {
    try (InputStream in = zip.getInputStream(entry(zip, name))) {
      return in.readNBytes(MOST_MANIFEST_BYTES);
    }
  }

  private static ZipEntry entry(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("no " + name);
    }
    return entry;
  }
}
