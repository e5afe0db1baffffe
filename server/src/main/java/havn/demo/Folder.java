package havn.demo;

import havn.embedded.StoreFailure;
import havn.embedded.StoreHome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;

/// The folder of one demonstration, held by a lock and emptied at the start.
record Folder(Path path, FileChannel channel, FileLock lock) implements AutoCloseable {

  /// A folder that only this user may enter.
  static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  /// The settings file of a demonstration; also the sign that a folder is one's.
  private static final String SETTINGS = "havn.yaml";

  private static final String MARK = "demo: true\n";

  /// Takes the folder and writes the settings into it; fails with a sentence when a running
  /// demonstration has it, when it holds anything else, or when it cannot be written.
  static Folder take(StoreHome home) throws StoreFailure {
    try {
      return taken(home.data());
    } catch (StoreFailure refused) {
      throw refused;
    } catch (IOException unwritable) {
      throw new StoreFailure(
          home.data()
              + " cannot be used as the demo's folder: it must be, or lie in, a folder that this"
              + " user may write; name another with --data");
    }
  }

  private static Folder taken(Path path) throws IOException {
    requireOwn(path);
    Files.createDirectories(path.getParent());
    FileChannel channel =
        FileChannel.open(
            path.resolveSibling(path.getFileName() + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new StoreFailure(
          "another demo is running in " + path + "; stop it, or use another folder with --data");
    }
    if (Files.isDirectory(path)) {
      try (var tree = Files.walk(path)) {
        for (Path old : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(old);
        }
      }
    }
    Files.createDirectories(path);
    Files.writeString(path.resolve(SETTINGS), MARK);
    return new Folder(path, channel, lock);
  }

  /// Nothing is emptied but what a demonstration filled.
  private static void requireOwn(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return;
    }
    Path settings = path.resolve(SETTINGS);
    try (var inside = Files.list(path)) {
      if (inside.findAny().isPresent()
          && !(Files.isRegularFile(settings) && Files.readString(settings).equals(MARK))) {
        throw new StoreFailure(
            path
                + " holds files that no demo wrote, and a demo empties its folder first; name an"
                + " empty or a new folder with --data");
      }
    }
  }

  /// Fails with a sentence when a port is taken.
  static void requireFree(DemoPlace place) throws IOException {
    for (int port : place.ports()) {
      try (ServerSocket probe = new ServerSocket()) {
        probe.setReuseAddress(true);
        probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      } catch (IOException taken) {
        throw new StoreFailure(
            "port "
                + port
                + " is taken; choose other ports, for example HAVN_PORT_BASE="
                + (place.portBase() + 100)
                + " ops/demo");
      }
    }
  }

  /// Writes a file that only this user may read.
  static void secret(Path file, String text) throws IOException {
    var owner = PosixFilePermissions.fromString("rw-------");
    Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
    Files.writeString(file, text);
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
