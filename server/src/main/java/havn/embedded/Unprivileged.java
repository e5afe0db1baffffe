package havn.embedded;

import havn.lifecycle.Leash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// How a program that refuses to run as root is run. An ordinary user needs nothing. Root enters a
/// user namespace of its own, where its files stay its own; where the system forbids that (as some
/// containers do), it becomes `nobody` and hands its folder over.
enum Unprivileged {
  ORDINARY_USER(List.of()),
  NAMESPACE(List.of("unshare", "-U", "--")),
  NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));

  private final List<String> prefix;

  Unprivileged(List<String> prefix) {
    this.prefix = prefix;
  }

  /// The way that works here.
  static Unprivileged here() throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return ORDINARY_USER;
    }
    for (Unprivileged way : List.of(NAMESPACE, NOBODY)) {
      if (Leash.onPath(way.prefix.getFirst()) && way.succeeds("true")) {
        return way;
      }
    }
    throw new StoreFailure(
        "PostgreSQL does not run as root, and neither unshare nor setpriv (package util-linux)"
            + " works here; start as an ordinary user");
  }

  /// The command line that runs `command` this way.
  List<String> line(List<String> command) {
    return Stream.concat(prefix.stream(), command.stream()).toList();
  }

  /// A folder this way may write to: `wanted`, or one under the system's temporary folder where
  /// `nobody` cannot reach `wanted`.
  Path folder(Path wanted) throws IOException {
    Path reached = reaches(wanted) ? wanted : Files.createTempDirectory("havn-postgres-");
    own(reached);
    return reached;
  }

  /// Whether a program run this way gets to the folder, which is made if it is not there.
  boolean reaches(Path folder) throws IOException {
    Files.createDirectories(folder);
    return this != NOBODY || succeeds("test", "-x", folder.toString());
  }

  /// Makes the file or folder belong to whoever the program will be.
  void own(Path path) throws IOException {
    if (this == NOBODY) {
      var people = path.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(path, people.lookupPrincipalByName("nobody"));
    }
  }

  private boolean succeeds(String... command) {
    try {
      Process process =
          new ProcessBuilder(line(List.of(command)))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
