package havn.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs for this machine.
final class PostgresProgram {

  private static final String FOLDER = "postgres-18.6";

  private PostgresProgram() {}

  /// The folder that holds `bin/postgres` and `bin/initdb`, unpacked into `programs` if it is not
  /// there. Several processes may ask at once: one unpacks, the others wait.
  static Path in(Path programs) throws IOException {
    Path folder = programs.resolve(FOLDER);
    Path done = folder.resolve("complete");
    if (Files.exists(done)) {
      return folder;
    }
    Files.createDirectories(folder);
    try (FileChannel lock =
            FileChannel.open(
                programs.resolve(FOLDER + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var held = lock.lock()) {
      if (held.isValid() && !Files.exists(done)) {
        unpack(folder);
        Files.createFile(done);
      }
    }
    return folder;
  }

  private static void unpack(Path folder) throws IOException {
    String processor = ArchUtils.normalize(System.getProperty("os.arch", ""));
    String system = System.getProperty("os.name", "").startsWith("Mac") ? "Darwin" : "Linux";
    try (InputStream archive =
            DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, processor);
        var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, folder);
      }
    } catch (IllegalStateException none) {
      throw new StoreFailure("no embedded PostgreSQL for " + system + " on " + processor);
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new StoreFailure("the archive names a file outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    Files.deleteIfExists(target);
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    boolean runs = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
