package havn.cli.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A stream that gets all or nothing. Up to 8 MiB wait in memory; what is longer waits in a file of
/// its owner alone that has no name any more, so that nothing is left of it however the program
/// ends.
final class SpooledDestination implements Destination {

  private static final int IN_MEMORY = 8 * 1024 * 1024;

  /// Opens the real destination once all is there.
  interface Target {
    OutputStream open() throws IOException;
  }

  private final Target target;
  private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private @Nullable FileChannel disk;

  SpooledDestination(Target target) {
    this.target = target;
  }

  @Override
  public OutputStream stream() {
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        if (disk == null && memory.size() + length > IN_MEMORY) {
          disk = namelessFile();
        }
        (disk == null ? memory : Channels.newOutputStream(disk)).write(bytes, offset, length);
      }
    };
  }

  @Override
  public void complete() throws IOException {
    OutputStream out = target.open();
    memory.writeTo(out);
    if (disk != null) {
      disk.position(0);
      InputStream rest = Channels.newInputStream(disk);
      rest.transferTo(out);
    }
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (disk != null) {
      disk.close();
    }
  }

  private static FileChannel namelessFile() throws IOException {
    Path file = Files.createTempFile(".havn-seal-", ".unfinished");
    try {
      return FileChannel.open(
          file,
          Set.of(
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE));
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
