package havn.channel.sveve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import havn.channel.Hook;
import havn.channel.HookContract;
import havn.channel.Told;
import havn.channel.adapter.Form;
import havn.kernel.id.TextId;
import havn.kernel.secret.Password;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Requests with the parameters of https://sveve.no/apidok (`dlr`, `mo`).
class SveveHookTest extends HookContract {

  private static final String SECRET = "oFe7c1m2x9QbYz0-uR5tN3kLpW8sHdJv";
  private static final String PATH = "/hooks/sveve/";

  private final Hook hook = new SveveHook(new Password(SECRET));

  @Override
  protected Hook hook() {
    return hook;
  }

  @Override
  protected Hook.Raw text(String id, String from, String text) {
    return get(SECRET, fields("number", from.replace("+47", ""), "msg", text, "name", "Kari N"));
  }

  @Override
  protected Hook.Raw report(TextId key, boolean delivered) {
    return get(
        SECRET,
        fields("number", "4741234567", "status", "" + delivered, "id", "42", "ref", key.hex()));
  }

  @Override
  protected List<Hook.Raw> forged(Hook.Raw genuine) {
    var fields = fields("number", "41234567", "msg", "Hei");
    return List.of(
        get("", fields),
        get("x", fields),
        get(SECRET.substring(1), fields),
        get(SECRET + "x", fields),
        get(SECRET.toLowerCase(), fields),
        get(SECRET + "/", fields),
        new Hook.Raw("GET", PATH + "x?" + SECRET, Map.of(), new byte[0]));
  }

  @Override
  protected List<String> secrets() {
    return List.of(SECRET);
  }

  @Test
  void aFormThatIsPostedReadsLikeAQuery() {
    Hook.Raw asked = text("", FROM, "Hei");
    String form = asked.target().substring(asked.target().indexOf('?') + 1);
    assertEquals(
        hook.read(asked), hook.read(post("application/x-www-form-urlencoded;charset=utf-8", form)));
    assertInstanceOf(Hook.Malformed.class, hook.read(post("text/plain", form)));
    assertInstanceOf(Hook.Malformed.class, hook.read(post("application/json", "{}")));
  }

  @Test
  void theSameWordsAreTheSameTextForAMinute() {
    Told.Text first = only(Told.Text.class, text("", FROM, "Ja"));
    assertEquals(first, only(Told.Text.class, text("", FROM, "Ja")));
    assertEquals(Optional.of(Duration.ofMinutes(1)), first.again());
    assertNotEquals(first.id(), only(Told.Text.class, text("", FROM, "Nei")).id());
  }

  @Test
  void aReportWithoutOurKeyNamesSvevesOwnId() {
    assertEquals(
        new Told.Report(new Told.ById("42"), Told.Delivery.FAILED),
        only(
            Told.Report.class,
            get(SECRET, fields("number", "41234567", "status", "false", "id", "42", "ref", "x"))));
  }

  @Test
  void whatIsNeitherReportNorTextIsMalformed() {
    assertInstanceOf(Hook.Malformed.class, hook.read(get(SECRET, fields("a", "b"))));
    assertInstanceOf(Hook.Malformed.class, hook.read(get(SECRET, fields("status", "perhaps"))));
    assertInstanceOf(
        Hook.Malformed.class,
        hook.read(
            new Hook.Raw("GET", PATH + SECRET + "?number=1&number=2", Map.of(), new byte[0])));
  }

  @Test
  void aSecretThatCanBeGuessedMakesNoHook() {
    Password shortOne = new Password("a".repeat(31));
    assertThrows(IllegalArgumentException.class, () -> new SveveHook(shortOne));
  }

  private static Hook.Raw get(String secret, LinkedHashMap<String, String> fields) {
    return new Hook.Raw("GET", PATH + secret + "?" + Form.write(fields), Map.of(), new byte[0]);
  }

  private static Hook.Raw post(String type, String body) {
    return new Hook.Raw(
        "POST", PATH + SECRET, Map.of("content-type", type), body.getBytes(StandardCharsets.UTF_8));
  }

  private static LinkedHashMap<String, String> fields(String... pairs) {
    LinkedHashMap<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], pairs[i + 1]);
    }
    return fields;
  }
}
