package havn.cli.seal;

import havn.boot.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Opens what a command reads. `-`, or nothing, is standard input, which serves one purpose only.
final class Source {

  private final InputStream standard;
  private boolean taken;

  Source(InputStream standard) {
    this.standard = standard;
  }

  static boolean isStandard(@Nullable String name) {
    return name == null || name.equals("-");
  }

  /// How the source is called in a sentence.
  static String called(@Nullable String name) {
    return name == null || name.equals("-") ? "standard input" : name;
  }

  InputStream open(@Nullable String name) throws Refusal {
    if (name == null || name.equals("-")) {
      if (taken) {
        throw new Refusal(
            "standard input is asked for twice; give all but one of its uses a file name");
      }
      taken = true;
      return standard;
    }
    Path file = Path.of(name);
    if (Files.isDirectory(file)) {
      throw new Refusal(name + ": is a folder; name a file");
    }
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException missing) {
      throw new Refusal(name + ": there is no such file; check the name");
    } catch (IOException unreadable) {
      throw new Refusal(name + ": cannot be read; check who owns it");
    }
  }
}
