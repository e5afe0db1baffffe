package havn.cli.seal;

import havn.boot.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where a command's outcome goes. Nothing is seen there before [#complete()]; without it, closing
/// leaves nothing behind.
interface Destination extends Closeable {

  OutputStream stream();

  void complete() throws IOException;

  /// A file of this name, put in place of an older one as a whole. `-`, no name, and names of
  /// devices and pipes are written once all is verified.
  static Destination of(@Nullable String name, OutputStream standard) throws Refusal {
    try {
      if (name == null || name.equals("-")) {
        return new SpooledDestination(() -> standard);
      }
      Path file = Path.of(name);
      if (Files.isDirectory(file)) {
        throw new Refusal(name + ": is a folder; give --output a file name");
      }
      Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      return Files.exists(real) && !Files.isRegularFile(real)
          ? new SpooledDestination(() -> Files.newOutputStream(real))
          : new FileDestination(real);
    } catch (IOException unwritable) {
      throw new Refusal(
          Source.called(name) + ": cannot be written; check that its folder exists and is yours");
    }
  }
}
