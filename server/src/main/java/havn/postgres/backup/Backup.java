package havn.postgres.backup;

import havn.postgres.PostgresAddress;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/// Saves the database into a file. Blocks; for the command line.
public final class Backup {

  private Backup() {}

  /// Writes `file`, which must not exist yet, and answers the number of rows in it. Either the
  /// whole backup is there at the end, or no file.
  public static long write(PostgresAddress at, Path file, List<Omission> omitted)
      throws BackupRefused {
    if (Files.exists(file)) {
      throw new BackupRefused(file + " exists already; name a new file");
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (Connection connection =
        DriverManager.getConnection(at.jdbc(), at.user(), at.password().text())) {
      Files.deleteIfExists(part);
      Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      long rows;
      try (OutputStream out = Files.newOutputStream(part)) {
        rows = write(connection, out, omitted);
      }
      Files.move(part, file);
      return rows;
    } catch (SQLException failure) {
      throw new BackupRefused("PostgreSQL at " + at + " did not give its data; nothing was saved");
    } catch (FileAlreadyExistsException both) {
      throw new BackupRefused(file + " exists already; name a new file");
    } catch (IOException failure) {
      throw new BackupRefused(file + " cannot be written; nothing was saved");
    } finally {
      discard(part);
    }
  }

  private static long write(Connection connection, OutputStream out, List<Omission> omitted)
      throws SQLException, IOException, BackupRefused {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }
    var left = omitted.stream().map(Omission::table).toList();
    List<String> tables = Catalogue.tables(connection);
    tables = tables.stream().filter(table -> !left.contains(table)).toList();
    Manifest manifest =
        new Manifest(Catalogue.schema(connection), tables, Catalogue.sequences(connection));
    CopyManager copy = new CopyManager(connection.unwrap(BaseConnection.class));
    JsonObject counted = new JsonObject();
    long all = 0;
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      entry(zip, "manifest.json", manifest.encoded());
      for (String table : tables) {
        zip.putNextEntry(new ZipEntry("tables/" + table + ".copy"));
        long rows = copy.copyOut("COPY " + Catalogue.quoted(table) + " TO STDOUT", zip);
        zip.closeEntry();
        counted.put(table, rows);
        all += rows;
      }
      entry(zip, "complete.json", counted.encode().getBytes(StandardCharsets.UTF_8));
    }
    connection.rollback();
    return all;
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException unwritable) {
      return;
    }
  }
}
