package havn.courtesy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import havn.courtesy.Segments.Encoding;
import havn.kernel.text.Json;
import havn.kernel.text.Members;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Against the vectors that the console checks too, and in it against another implementation.
class SegmentsTest {

  private static final Path VECTORS = Path.of("../docs/protocol/vectors/segments.json");

  @Test
  void theVectorsComeOut() throws IOException {
    List<String> faults = new ArrayList<>();
    Json whole = ((Json.Value) Json.read(Files.readString(VECTORS))).json();
    Members file = Members.of(whole, "", faults);
    List<Boolean> checked =
        file.list("vectors", 200, (json, path) -> check(Members.of(json, path, faults), path));
    assertEquals(List.of(), faults);
    assertFalse(checked.size() < 25);
  }

  @Test
  void aLongTextOfManyScriptsNamesAtMost50CharactersThatForceIt() {
    StringBuilder cyrillic = new StringBuilder();
    for (char c = 'А'; c < 'А' + 64; c++) {
      cyrillic.append(c).append(c);
    }
    Segments segments = Segments.of(cyrillic.toString());
    assertEquals(50, segments.forcing().size());
    assertEquals("Segments[UCS_2, 128 units, 2 segments]", segments.toString());
  }

  private static Optional<Boolean> check(Members vector, String path) {
    String text =
        String.join(
            "",
            vector.list(
                "text",
                10,
                (part, at) -> {
                  Json.Arr pair = (Json.Arr) part;
                  String repeated = ((Json.Str) pair.items().get(0)).text();
                  int times = ((Json.Num) pair.items().get(1)).value().intValueExact();
                  return Optional.of(repeated.repeat(times));
                }));
    Segments expected =
        new Segments(
            Encoding.valueOf(vector.text("encoding", 5).orElseThrow()),
            vector.number("units", 0, 10_000).orElseThrow().intValue(),
            vector.number("segments", 0, 100).orElseThrow().intValue(),
            vector.list("forcing", 50, (json, at) -> Optional.of(((Json.Str) json).text())));
    assertEquals(expected, Segments.of(text), path);
    return Optional.of(true);
  }
}
