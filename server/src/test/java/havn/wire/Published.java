package havn.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A page of `docs/` that is made from the code. The tests fail when it is stale; run them once
/// with `-Dhavn.regenerate=true` to write it anew.
final class Published {

  private Published() {}

  static void sameAs(String page, String made) throws IOException {
    Path file = Path.of("..", "docs", "protocol").resolve(page);
    if (Boolean.getBoolean("havn.regenerate")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, made);
    }
    assertEquals(
        made, Files.readString(file), page + " is stale; run with -Dhavn.regenerate=true once");
  }
}
