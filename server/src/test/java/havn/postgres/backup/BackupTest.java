package havn.postgres.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.postgres.Postgres;
import havn.postgres.PostgresAddress;
import havn.postgres.PostgresForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

  @TempDir Path dir;

  @Test
  void whatWasSavedIsThereAfterARestoreIntoAnEmptyDatabase() throws Exception {
    PostgresAddress from = PostgresForTests.migrated();
    fill(from);
    Path file = dir.resolve("havn.backup");
    long saved = Backup.write(from, file, List.of());
    PostgresAddress to = PostgresForTests.fresh();
    assertEquals(saved, Restore.read(to, file));
    assertEquals(dump(from), dump(to));
    assertEquals(0, Postgres.migrate(to));
    String next = "INSERT INTO signer (document) VALUES ('c') RETURNING number";
    assertEquals("3", one(to, next));
  }

  @Test
  void aDatabaseThatHoldsAnythingIsRefusedAndLeftAlone() throws Exception {
    PostgresAddress from = PostgresForTests.migrated();
    fill(from);
    Path file = dir.resolve("havn.backup");
    Backup.write(from, file, List.of());
    String before = dump(from);
    var refused = assertThrows(BackupRefused.class, () -> Restore.read(from, file));
    assertTrue(String.valueOf(refused.getMessage()).contains("is not empty"));
    assertEquals(before, dump(from));
  }

  @Test
  void anOmittedTableIsRestoredEmpty() throws Exception {
    PostgresAddress from = PostgresForTests.migrated();
    fill(from);
    String table = "invite";
    Path file = dir.resolve("havn.backup");
    Backup.write(from, file, List.of(new Omission(table, "must be forgettable")));
    PostgresAddress to = PostgresForTests.fresh();
    Restore.read(to, file);
    assertEquals("0", one(to, "SELECT count(*) FROM " + table));
    assertEquals("1", one(from, "SELECT count(*) FROM " + table));
  }

  @Test
  void nothingAVisitorLeftIsInABackup() throws Exception {
    PostgresAddress from = PostgresForTests.migrated();
    String canary = "6b616e617269";
    one(
        from,
        "INSERT INTO mailbox (id, version, note, ends) VALUES (decode(repeat('ab', 32), 'hex'), 1,"
            + " decode('"
            + canary
            + "', 'hex'), now()) RETURNING version");
    Path file = dir.resolve("havn.backup");
    Backup.write(from, file, Omission.standard());
    try (var zip = new ZipFile(file.toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        String content = new String(zip.getInputStream(entry).readAllBytes(), ISO_8859_1);
        assertFalse(content.contains(canary), entry::getName);
        assertFalse(entry.getName().contains("mailbox"), entry::getName);
      }
    }
    PostgresAddress to = PostgresForTests.fresh();
    Restore.read(to, file);
    assertEquals("0", one(to, "SELECT count(*) FROM mailbox"));
  }

  @Test
  void whomNotToWriteToIsInABackupAndWhatWasWrittenIsNot() throws Exception {
    Path file = dir.resolve("havn.backup");
    Backup.write(PostgresForTests.migrated(), file, Omission.standard());
    try (var zip = new ZipFile(file.toFile())) {
      for (String kept :
          List.of("contact", "contact_tag", "begun", "heard", "opt_out", "withdrawn", "campaign")) {
        assertTrue(zip.getEntry("tables/" + kept + ".copy") != null, kept);
      }
      for (String left :
          List.of("thread", "message", "release", "told", "sealing_process", "proof")) {
        assertTrue(zip.getEntry("tables/" + left + ".copy") == null, left);
      }
    }
  }

  @Test
  void onlyItsOwnerMayReadABackupAndNoneIsOverwritten() throws Exception {
    PostgresAddress from = PostgresForTests.migrated();
    Path file = dir.resolve("havn.backup");
    Backup.write(from, file, List.of());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    byte[] first = Files.readAllBytes(file);
    assertThrows(BackupRefused.class, () -> Backup.write(from, file, List.of()));
    assertTrue(Arrays.equals(first, Files.readAllBytes(file)));
  }

  @Test
  void aTruncatedOrForeignFileIsRefusedBeforeTheDatabaseIsTouched() throws Exception {
    PostgresAddress from = PostgresForTests.migrated();
    Path file = dir.resolve("havn.backup");
    Backup.write(from, file, List.of());
    byte[] whole = Files.readAllBytes(file);
    Path half = Files.write(dir.resolve("half"), Arrays.copyOf(whole, whole.length / 2));
    Path foreign = Files.writeString(dir.resolve("foreign"), "something else");
    PostgresAddress to = PostgresForTests.fresh();
    assertThrows(BackupRefused.class, () -> Restore.read(to, half));
    assertThrows(BackupRefused.class, () -> Restore.read(to, foreign));
    assertEquals("0", one(to, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
  }

  @Test
  void aDamagedBackupIsRefusedBeforeTheDatabaseIsTouchedAndAGoodOneFitsThen() throws Exception {
    PostgresAddress from = PostgresForTests.migrated();
    fill(from);
    Path file = dir.resolve("havn.backup");
    long saved = Backup.write(from, file, List.of());
    byte[] bent = Files.readAllBytes(file);
    bent[indexOf(bent, "tables/staff.copy") + "tables/staff.copy".length() + 8] ^= 0x10;
    PostgresAddress to = PostgresForTests.fresh();
    for (Path bad : List.of(Files.write(dir.resolve("bent"), bent), withoutRows(file))) {
      var refused = assertThrows(BackupRefused.class, () -> Restore.read(to, bad));
      assertTrue(String.valueOf(refused.getMessage()).contains("nothing was restored from it"));
      assertEquals("0", one(to, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
    }
    assertEquals(saved, Restore.read(to, file));
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, ISO_8859_1).indexOf(text);
  }

  /// The same backup, whole as a file, but the table of staff is empty.
  private Path withoutRows(Path file) throws IOException {
    Path bad = dir.resolve("without-rows");
    try (var from = new ZipFile(file.toFile());
        var to = new ZipOutputStream(Files.newOutputStream(bad))) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        if (!entry.getName().equals("tables/staff.copy")) {
          from.getInputStream(entry).transferTo(to);
        }
      }
    }
    return bad;
  }

  @Test
  void aDatabaseWithoutHavnIsNotSaved() {
    PostgresAddress from = PostgresForTests.fresh();
    Path file = dir.resolve("havn.backup");
    assertThrows(BackupRefused.class, () -> Backup.write(from, file, List.of()));
    assertFalse(Files.exists(file));
  }

  private static void fill(PostgresAddress at) throws SQLException {
    try (Connection connection = connection(at);
        var statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO service VALUES ('pro-mann', '{"id": "pro-mann", "text": "tab\\t, line\\n"}');
          INSERT INTO staff VALUES
            (decode(repeat('01', 16), 'hex'), 'Åse \\ Ñ', 'worker', '{pro-mann}', now());
          INSERT INTO invite VALUES
            (repeat('a', 43), decode(repeat('01', 16), 'hex'), now(), NULL);
          INSERT INTO signer (document) VALUES ('{"a":1}'), ('{"b":2}');
          """);
    }
  }

  /// Every row of every table of ours, as text, but for what a restore assumes of every number.
  private static String dump(PostgresAddress at) throws SQLException, BackupRefused, IOException {
    try (Connection connection = connection(at)) {
      StringBuilder all = new StringBuilder();
      for (String table : Catalogue.tables(connection)) {
        all.append(table)
            .append(
                one(at, "SELECT json_agg(t ORDER BY t::text) FROM " + table + " t" + known(table)));
      }
      return all.toString();
    }
  }

  private static String known(String table) {
    boolean assumed = table.equals("begun") || table.equals("withdrawn");
    return assumed ? " WHERE tag <> decode(repeat('00', 32), 'hex')" : "";
  }

  private static String one(PostgresAddress at, String query) throws SQLException {
    try (Connection connection = connection(at);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    }
  }

  private static Connection connection(PostgresAddress at) throws SQLException {
    return DriverManager.getConnection(at.jdbc(), at.user(), at.password().text());
  }
}
