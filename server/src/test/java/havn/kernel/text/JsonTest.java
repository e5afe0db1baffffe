package havn.kernel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void everyKindOfValueIsRead() {
    Json.Value read =
        assertInstanceOf(
            Json.Value.class,
            Json.read(" {\"a\":[1,-2.5e3,true,false,null],\"b\":\"\\u00e5\\n\\\"\\/\"} "));
    assertEquals(
        new Json.Obj(
            Map.of(
                "a",
                new Json.Arr(
                    List.of(
                        new Json.Num(new BigDecimal("1")),
                        new Json.Num(new BigDecimal("-2.5e3")),
                        new Json.Bool(true),
                        new Json.Bool(false),
                        new Json.Nil())),
                "b",
                new Json.Str("å\n\"/"))),
        read.json());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,",
        "[1,]",
        "{\"a\"}",
        "{\"a\":}",
        "{a:1}",
        "{\"a\":1,}",
        "01",
        "+1",
        ".5",
        "1.",
        "NaN",
        "tru",
        "nulll",
        "1 2",
        "\"a",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\n\"",
        "'a'",
        "[1]]",
        "{\"a\":1 \"b\":2}",
        "\u0000"
      })
  void whatIsNotJsonIsRefusedWithItsPlace(String text) {
    Json.Malformed refused = assertInstanceOf(Json.Malformed.class, Json.read(text));
    assertTrue(refused.why().startsWith("line "), refused.why());
  }

  @Test
  void aMemberNamedTwiceIsRefused() {
    assertEquals(
        new Json.Malformed("line 1, column 13: a member is named twice"),
        Json.read("{\"a\":1,\"a\":2}"));
  }

  @Test
  void depthLengthAndNumbersAreBounded() {
    assertInstanceOf(Json.Value.class, Json.read("[".repeat(16) + "]".repeat(16)));
    assertInstanceOf(Json.Malformed.class, Json.read("[".repeat(100_000)));
    assertInstanceOf(Json.Malformed.class, Json.read("1".repeat(41)));
    assertInstanceOf(Json.Malformed.class, Json.read("\"" + "x".repeat(262_144) + "\""));
  }
}
