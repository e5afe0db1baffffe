package havn.seal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{}{}",
        "{} x",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1.0}",
        "{\"a\":1e3}",
        "{\"a\":9007199254740993}",
        "{\"a\":99999999999999999999999}",
        "{'a':1}",
        "{a:1}",
        "[1,]",
        "[01]",
        "[NaN]",
        "/**/[]",
        "[[[[[[[[[[1]]]]]]]]]]",
        "\uFEFF{}"
      })
  void looseJsonIsRefused(String text) {
    assertTrue(StrictJson.parse(text).isEmpty());
    assertTrue(StrictJson.parse(text.getBytes(UTF_8)).isEmpty());
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    assertTrue(StrictJson.parse(new byte[] {'"', (byte) 0xc3, '"'}).isEmpty());
    assertTrue(StrictJson.parse(new byte[] {'[', 0, ']', 0}).isEmpty());
  }

  @Test
  void aDocumentAboveTheLimitIsRefused() {
    String limit = "\"" + "x".repeat(StrictJson.MAX_LENGTH - 2) + "\"";
    assertTrue(StrictJson.parse(limit).isPresent());
    assertTrue(StrictJson.parse(limit + " ").isEmpty());
  }

  @Test
  void whatIsPrintedIsReadBack() {
    Json json =
        Json.object()
            .with("text", "Kåre \"\u0001\n")
            .with("whole", -12)
            .with("truth", new Json.Truth(true))
            .with("nothing", new Json.Nothing())
            .with("items", new Json.Items(java.util.List.of(Json.object())));
    assertEquals(json, StrictJson.parse(json.print()).orElseThrow());
    assertEquals(json, StrictJson.parse(json.printForPeople()).orElseThrow());
  }

  @Test
  void anObjectIsCompleteWhenEveryMemberWasAskedForAndNoOtherIsThere() {
    Json json = StrictJson.parse("{\"a\":1,\"b\":2}").orElseThrow();
    JsonFields one = JsonFields.of(json);
    assertEquals(1, one.whole("a", 0));
    assertTrue(one.sound());
    assertFalse(one.complete());
    assertEquals(2, one.whole("b", 0));
    assertTrue(one.complete());
    one.text("c", 10);
    assertFalse(one.sound());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-12-01T12:00:00+00:00",
        "2026-12-01T12:00Z",
        "2026-12-01 12:00:00Z",
        "2026-13-01T12:00:00Z",
        "2026-02-30T12:00:00Z",
        "2026-12-01T12:00:00.1234Z",
        "+12026-12-01T12:00:00Z"
      })
  void anInstantInAnotherShapeIsRefused(String text) {
    JsonFields fields = JsonFields.of(Json.object().with("at", text));
    assertEquals(Instant.EPOCH, fields.instant("at"));
    assertFalse(fields.sound());
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAAAAAAAAAAAAAA==", "AAA", "A A"})
  void bytesInAnotherShapeAreRefused(String text) {
    JsonFields fields = JsonFields.of(Json.object().with("id", text));
    fields.bytes("id", 16);
    assertFalse(fields.sound());
  }
}
