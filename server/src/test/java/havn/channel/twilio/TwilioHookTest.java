package havn.channel.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.security.RequestValidator;
import havn.channel.Hook;
import havn.channel.HookContract;
import havn.channel.PhoneNumber;
import havn.channel.Told;
import havn.channel.UserId;
import havn.channel.adapter.Form;
import havn.channel.adapter.NodeProgram;
import havn.kernel.id.TextId;
import havn.kernel.secret.Password;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Requests signed by Twilio's library for Node; its checker for Java is asked as well.
class TwilioHookTest extends HookContract {

  private static final String TOKEN = "f00dfeedf00dfeedf00dfeedf00dfeed";
  private static final URI HOOKS = URI.create("https://texts.example");
  private static final PhoneNumber PHONE = ((PhoneNumber.Textable) PhoneNumber.read(FROM)).number();

  private static NodeProgram node;

  private final Hook hook = new TwilioHook(new Password(TOKEN), HOOKS);

  @BeforeAll
  static void begin() {
    node = new NodeProgram("twilio.cjs");
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
    return signed("/hooks/twilio", incoming(id, from, text));
  }

  @Override
  protected Hook.Raw report(TextId key, boolean delivered) {
    return status(key, delivered ? "delivered" : "undelivered");
  }

  @Override
  protected List<Hook.Raw> forged(Hook.Raw genuine) {
    List<Hook.Raw> forged = new ArrayList<>(bent(genuine, "x-twilio-signature"));
    for (String target : List.of("/hooks/twilio?key=1", "/hooks/other", "/hooks/twilio/")) {
      forged.add(new Hook.Raw("POST", target, genuine.headers(), genuine.body()));
    }
    Map<String, String> json = new HashMap<>(genuine.headers());
    json.put("content-type", "application/json");
    forged.add(with(genuine, json, genuine.body()));
    forged.add(new Hook.Raw("GET", genuine.target(), genuine.headers(), genuine.body()));
    forged.add(with(genuine, genuine.headers(), new byte[70_000]));
    return forged;
  }

  @Override
  protected List<String> secrets() {
    return List.of(TOKEN);
  }

  @Test
  void bothCheckersOfTwilioAgreeWithUsWithAndWithoutAPort() {
    RequestValidator java = new RequestValidator(TOKEN);
    for (String origin : List.of("https://texts.example", "https://texts.example:443")) {
      String url = origin + "/hooks/twilio?key=ab";
      Map<String, String> fields = incoming("SM1", FROM, "Blåbær & 🙂 = +1%");
      JsonObject answer = node(url, fields);
      assertTrue(answer.getBoolean("fits"));
      assertTrue(java.validate(url, fields, answer.getString("signature")));
      Hook.Raw request = raw("/hooks/twilio?key=ab", fields, answer.getString("signature"));
      assertInstanceOf(Hook.Heard.class, hook.read(request));
    }
  }

  @Test
  void whoOptsOutOrInIsToldBesideTheText() {
    var stop = incoming("SM1", FROM, "Stopp");
    stop.put("OptOutType", "STOP");
    assertEquals(
        List.of(
            new Told.Text("SM1", PHONE, "Stopp"),
            new Told.OptedOut(PHONE, Optional.of("SM1"), Optional.empty())),
        told(stop));
    var start = incoming("SM2", FROM, "Start");
    start.put("OptOutType", "START");
    assertEquals(
        List.of(
            new Told.Text("SM2", PHONE, "Start"), new Told.OptedIn(PHONE, "SM2", Optional.empty())),
        told(start));
  }

  @Test
  void aTextToSomebodyWhoOptedOutTellsThat() {
    TextId key = TextId.fresh();
    var fields = report("failed");
    fields.put("ErrorCode", "21610");
    Hook.Heard heard =
        assertInstanceOf(
            Hook.Heard.class, hook.read(signed("/hooks/twilio?key=" + key.hex(), fields)));
    assertEquals(
        List.of(
            new Told.Report(new Told.ByKey(key), Told.Delivery.FAILED), new Told.OptedOut(PHONE)),
        heard.told());
  }

  @Test
  void stepsBeforeItIsSentAreNoNews() {
    for (String status : List.of("accepted", "queued", "sending", "scheduled")) {
      assertEquals(new Hook.Heard(List.of()), hook.read(status(TextId.fresh(), status)));
    }
  }

  @Test
  void aReportWithoutOurKeyNamesTwiliosOwnId() {
    assertEquals(
        List.of(new Told.Report(new Told.ById("SM9"), Told.Delivery.SENT)), told(report("sent")));
  }

  @Test
  void overWhatsAppSomebodyWithoutANumberHasAName() {
    assertEquals(
        List.of(new Told.Text("SM1", new UserId("NO.135"), "Hei")),
        told(incoming("SM1", "whatsapp:NO.135", "Hei")));
    assertEquals(
        List.of(new Told.Text("SM1", PHONE, "Hei")),
        told(incoming("SM1", "whatsapp:" + FROM, "Hei")));
    PhoneNumber recife = PhoneNumber.ofSender("+5581987654321").orElseThrow();
    assertEquals(
        List.of(new Told.Text("SM1", recife, "Oi")),
        told(incoming("SM1", "whatsapp:+558187654321", "Oi")));
  }

  private List<Told> told(Map<String, String> fields) {
    return assertInstanceOf(Hook.Heard.class, hook.read(signed("/hooks/twilio", fields))).told();
  }

  private static Hook.Raw status(TextId key, String status) {
    return signed("/hooks/twilio?key=" + key.hex(), report(status));
  }

  private static LinkedHashMap<String, String> report(String status) {
    LinkedHashMap<String, String> fields = new LinkedHashMap<>();
    fields.put("MessageSid", "SM9");
    fields.put("MessageStatus", status);
    fields.put("To", FROM);
    return fields;
  }

  private static LinkedHashMap<String, String> incoming(String id, String from, String text) {
    LinkedHashMap<String, String> fields = new LinkedHashMap<>();
    fields.put("MessageSid", id);
    fields.put("From", from);
    fields.put("To", "+4759440000");
    fields.put("Body", text);
    fields.put("NumMedia", "0");
    return fields;
  }

  private static Hook.Raw signed(String target, Map<String, String> fields) {
    return raw(target, fields, node(HOOKS + target, fields).getString("signature"));
  }

  private static JsonObject node(String url, Map<String, String> fields) {
    JsonObject members = new JsonObject();
    fields.forEach(members::put);
    return node.ask(new JsonObject().put("token", TOKEN).put("url", url).put("fields", members));
  }

  private static Hook.Raw raw(String target, Map<String, String> fields, String signature) {
    return new Hook.Raw(
        "POST",
        target,
        Map.of("content-type", Form.TYPE, "x-twilio-signature", signature),
        Form.write(new LinkedHashMap<>(fields)).getBytes(StandardCharsets.UTF_8));
  }
}
