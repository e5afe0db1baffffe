package havn.cli.seal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that appears whole: written beside its place under another name, for its owner alone, and
/// then renamed.
final class FileDestination implements Destination {

  private final Path file;
  private final Path unfinished;
  private final OutputStream out;

  FileDestination(Path file) throws IOException {
    this.file = file;
    this.unfinished = Files.createTempFile(file.getParent(), ".havn-seal-", ".unfinished");
    unfinished.toFile().deleteOnExit();
    this.out = new BufferedOutputStream(Files.newOutputStream(unfinished));
  }

  @Override
  public OutputStream stream() {
    return out;
  }

  @Override
  public void complete() throws IOException {
    out.close();
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(unfinished);
  }
}
