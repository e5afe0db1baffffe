package havn.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.Hook;
import havn.channel.HookContract;
import havn.channel.PhoneNumber;
import havn.channel.Told;
import havn.channel.UserId;
import havn.channel.adapter.NodeProgram;
import havn.kernel.id.TextId;
import havn.kernel.secret.Password;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Updates in the shapes of Meta's reference of webhooks; signatures and the challenge are also put
/// to the independent library whatsapp-api-js.
class WhatsAppHookTest extends HookContract {

  private static final String SECRET = "app-secret-5f1d";
  private static final String VERIFY = "verify-token-9a7e";
  private static final String NUMBER = "106540352242922";
  private static final String PATH = "/hooks/whatsapp-cloud";
  private static final PhoneNumber PHONE = ((PhoneNumber.Textable) PhoneNumber.read(FROM)).number();

  private static NodeProgram node;

  private final Hook hook = new WhatsAppHook(new Password(SECRET), new Password(VERIFY), NUMBER);

  @BeforeAll
  static void begin() {
    node = new NodeProgram("whatsapp.cjs");
  }

  @AfterAll
  static void end() {
    node.close();
  }

  @Override
  protected Hook hook() {
    return hook;
  }

  @Override
  protected Hook.Raw text(String id, String from, String text) {
    return signed(value("messages", message(id, from, text)));
  }

  @Override
  protected Hook.Raw report(TextId key, boolean delivered) {
    return signed(value("statuses", status(delivered ? "delivered" : "failed", key.hex())));
  }

  @Override
  protected List<Hook.Raw> forged(Hook.Raw genuine) {
    List<Hook.Raw> forged = new ArrayList<>(bent(genuine, "x-hub-signature-256"));
    forged.add(with(genuine, genuine.headers(), new byte[70_000]));
    return forged;
  }

  @Override
  protected List<String> secrets() {
    return List.of(SECRET, VERIFY);
  }

  @Test
  void theIndependentLibraryAgreesOnWhatIsSigned() {
    Hook.Raw genuine = text("wamid.1", FROM, "Hei");
    String given = genuine.header("x-hub-signature-256").orElseThrow();
    assertTrue(library(genuine.body(), given).getBoolean("fits"));
    for (Hook.Raw request : bent(genuine, "x-hub-signature-256")) {
      if (request.headers().equals(genuine.headers())) {
        assertFalse(library(request.body(), given).getBoolean("fits"));
      }
    }
  }

  @Test
  void theChallengeIsAnsweredAsByTheIndependentLibrary() {
    JsonObject query =
        new JsonObject()
            .put("hub.mode", "subscribe")
            .put("hub.verify_token", VERIFY)
            .put("hub.challenge", "1158201444");
    assertEquals("1158201444", challenge(query));
    assertEquals(new Hook.Challenge("1158201444"), asked(query));
    query.put("hub.verify_token", VERIFY + "x");
    assertNull(challenge(query));
    assertInstanceOf(Hook.Forged.class, asked(query));
    query.put("hub.verify_token", VERIFY).put("hub.challenge", "<script>");
    assertInstanceOf(Hook.Malformed.class, asked(query));
  }

  @Test
  void whomWhatsAppNamesWithoutTheNinthDigitHasTheNumberOfTheirCard() {
    PhoneNumber recife = PhoneNumber.ofSender("+5581987654321").orElseThrow();
    assertEquals(
        List.of(new Told.Text("wamid.1", recife, "Oi")),
        told(value("messages", message("wamid.1", "558187654321", "Oi"))));
  }

  @Test
  void somebodyWithoutANumberHasAUserId() {
    JsonObject message = message("wamid.1", "", "Hei").put("from_user_id", "NO.135");
    message.remove("from");
    assertEquals(
        List.of(new Told.Text("wamid.1", new UserId("NO.135"), "Hei")),
        told(value("messages", message)));
  }

  @Test
  void picturesAndButtonsAreTextsToo() {
    JsonObject picture = message("wamid.1", FROM, "").put("type", "image");
    picture.remove("text");
    assertEquals(List.of(new Told.Text("wamid.1", PHONE, "")), told(value("messages", picture)));
    picture.put("type", "button").put("button", new JsonObject().put("text", "Stopp"));
    assertEquals(
        List.of(new Told.Text("wamid.1", PHONE, "Stopp")), told(value("messages", picture)));
  }

  @Test
  void aReactionIsATextAndOneThatIsTakenBackIsNone() {
    JsonObject reaction = message("wamid.1", FROM, "").put("type", "reaction");
    reaction.remove("text");
    reaction.put("reaction", new JsonObject().put("emoji", "👍"));
    assertEquals(List.of(new Told.Text("wamid.1", PHONE, "👍")), told(value("messages", reaction)));
    reaction.put("reaction", new JsonObject().put("message_id", "wamid.0"));
    assertEquals(List.of(), told(value("messages", reaction)));
  }

  @Test
  void whoStopsWhatWeBeginIsOptedOut() {
    JsonObject choice =
        new JsonObject()
            .put("wa_id", "4741234567")
            .put("category", "marketing_messages")
            .put("value", "stop")
            .put("timestamp", 1739321024);
    Optional<Instant> at = Optional.of(Instant.ofEpochSecond(1739321024));
    String name = "1739321024 +4741234567";
    assertEquals(
        List.of(new Told.OptedOut(PHONE, Optional.of(name), at)),
        told(value("user_preferences", choice)));
    choice.put("value", "resume");
    assertEquals(
        List.of(new Told.OptedIn(PHONE, name, at)), told(value("user_preferences", choice)));
    choice.remove("timestamp");
    assertEquals(List.of(), told(value("user_preferences", choice)));
    choice.put("value", "stop");
    assertEquals(List.of(new Told.OptedOut(PHONE)), told(value("user_preferences", choice)));
    JsonObject failed =
        status("failed", "")
            .put("errors", new JsonArray().add(new JsonObject().put("code", 131050)));
    assertEquals(
        List.of(
            new Told.Report(new Told.ById("wamid.9"), Told.Delivery.FAILED),
            new Told.OptedOut(PHONE)),
        told(value("statuses", failed)));
  }

  @Test
  void aChangedNumberIsTold() {
    JsonObject system =
        message("wamid.1", FROM, "")
            .put("type", "system")
            .put("system", new JsonObject().put("type", "user_changed_number"));
    assertEquals(List.of(new Told.NumberChanged(PHONE)), told(value("messages", system)));
  }

  @Test
  void whatAnotherNumberOfTheAppIsToldIsPassedOver() {
    JsonObject value = value("messages", message("wamid.1", FROM, "Hei"));
    value.put("metadata", new JsonObject().put("phone_number_id", "1"));
    assertEquals(List.of(), told(value));
  }

  @Test
  void whatIsSignedAndNotToBeUnderstoodIsMalformed() {
    for (String body : List.of("", "{", "[]", "{\"object\":\"page\"}", "[".repeat(9_000))) {
      assertInstanceOf(Hook.Malformed.class, hook.read(signed(body)));
    }
    JsonObject value = value("messages", message("wamid.1", FROM, "Hei"));
    for (int i = 0; i < 100; i++) {
      value.getJsonArray("messages").add(message("wamid." + i, FROM, "Hei"));
    }
    assertInstanceOf(Hook.Malformed.class, hook.read(signed(value)));
  }

  private List<Told> told(JsonObject value) {
    return assertInstanceOf(Hook.Heard.class, hook.read(signed(value))).told();
  }

  private static JsonObject message(String id, String from, String text) {
    return new JsonObject()
        .put("id", id)
        .put("from", from.replace("+", ""))
        .put("timestamp", "1739321024")
        .put("type", "text")
        .put("text", new JsonObject().put("body", text));
  }

  private static JsonObject status(String status, String key) {
    return new JsonObject()
        .put("id", "wamid.9")
        .put("status", status)
        .put("recipient_id", "4741234567")
        .put("biz_opaque_callback_data", key);
  }

  private static JsonObject value(String field, JsonObject item) {
    return new JsonObject()
        .put("messaging_product", "whatsapp")
        .put("metadata", new JsonObject().put("phone_number_id", NUMBER))
        .put(field, new JsonArray().add(item));
  }

  private static Hook.Raw signed(JsonObject value) {
    JsonObject change = new JsonObject().put("field", "messages").put("value", value);
    JsonObject entry = new JsonObject().put("id", "1").put("changes", new JsonArray().add(change));
    return signed(
        new JsonObject()
            .put("object", "whatsapp_business_account")
            .put("entry", new JsonArray().add(entry))
            .encode());
  }

  private static Hook.Raw signed(String body) {
    JsonObject answer =
        node.ask(new JsonObject().put("secret", SECRET).put("token", VERIFY).put("body", body));
    return new Hook.Raw(
        "POST",
        PATH,
        Map.of(
            "content-type",
            "application/json",
            "x-hub-signature-256",
            answer.getString("signature")),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonObject library(byte[] body, String given) {
    return node.ask(
        new JsonObject()
            .put("secret", SECRET)
            .put("token", VERIFY)
            .put("body", new String(body, StandardCharsets.UTF_8))
            .put("given", given));
  }

  private static String challenge(JsonObject query) {
    return node.ask(new JsonObject().put("secret", SECRET).put("token", VERIFY).put("query", query))
        .getString("challenge");
  }

  private Hook.Read asked(JsonObject query) {
    StringBuilder target = new StringBuilder(PATH + "?");
    query.forEach(
        field ->
            target
                .append(field.getKey())
                .append('=')
                .append(String.valueOf(field.getValue()).replace("<", "%3C").replace(">", "%3E"))
                .append('&'));
    return hook.read(
        new Hook.Raw("GET", target.substring(0, target.length() - 1), Map.of(), new byte[0]));
  }
}
