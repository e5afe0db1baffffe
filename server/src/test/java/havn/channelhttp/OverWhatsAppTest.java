package havn.channelhttp;

import static havn.Eventually.get;
import static havn.correspondence.CorrespondenceForTests.PHONE;
import static havn.correspondence.CorrespondenceForTests.SERVICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.TestProvider;
import havn.channel.adapter.NodeProgram;
import havn.channel.whatsapp.WhatsAppChannel;
import havn.channel.whatsapp.WhatsAppHook;
import havn.correspondence.Carried;
import havn.correspondence.CorrespondenceForTests;
import havn.correspondence.Errand;
import havn.correspondence.Releasing;
import havn.correspondence.ThreadStore;
import havn.correspondence.Threads;
import havn.correspondence.postgres.CorrespondenceStores;
import havn.courtesy.Manners;
import havn.courtesy.Occasion;
import havn.courtesy.Permission;
import havn.http.Asking;
import havn.kernel.id.ContactId;
import havn.kernel.id.TextId;
import havn.kernel.id.ThreadId;
import havn.kernel.secret.Password;
import havn.seal.Hmac;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From Meta's webhook to Meta's API: what goes out is what the independent library whatsapp-api-js
/// would send.
class OverWhatsAppTest {

  private static final String SECRET = "app-secret-5f1d";
  private static final String TOKEN = "EAAG-access-token";
  private static final String OURS = "106540352242922";
  private static final String HELLO = "Hei fra Samtalen. Gratis hjelp. Svar STOPP for å slippe.";

  private final Vertx vertx = Vertx.vertx();
  private final NodeProgram library = new NodeProgram("whatsapp-shape.cjs");
  private final CorrespondenceForTests house = new CorrespondenceForTests(new TestProvider());

  /// What Meta was sent, in order.
  private final List<JsonObject> sent = new CopyOnWriteArrayList<>();

  private HttpServer port;
  private WhatsAppChannel channel;

  OverWhatsAppTest() throws Exception {}

  @BeforeEach
  void open() {
    house.templates = true;
    HttpServer meta =
        get(vertx.createHttpServer().requestHandler(this::take).listen(0, "127.0.0.1"));
    URI url = URI.create("http://127.0.0.1:" + meta.actualPort() + "/v23.0");
    var account = new WhatsAppChannel.Account(url, OURS, new Password(TOKEN), "contact", "nb");
    channel = new WhatsAppChannel(vertx, account);
    var hook = new WhatsAppHook(new Password(SECRET), new Password("verify-9a7e"), OURS);
    var inlet =
        new Inlet(Map.of("whatsapp-cloud", hook), provider -> Set.of(SERVICE), house.one::told);
    Router router = Router.router(vertx);
    new HookRoutes(inlet, HookRoutes.Limits.by(() -> house.now)).addTo(router);
    port = get(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
  }

  @AfterEach
  void close() {
    library.close();
    get(vertx.close());
    house.close();
  }

  @Test
  void aWordWaitsInTheListAndIsAnsweredAsFreeTextWithinADay() {
    assertEquals(403, tells("wamid.1", "Hei", "another secret"));
    assertEquals(List.of(), all());
    assertEquals(204, tells("wamid.1", "Hei", SECRET));
    assertEquals(204, tells("wamid.1", "Hei", SECRET), "it comes twice");
    assertEquals(List.of(true), all().stream().map(one -> one.thread().waits()).toList());
    assertEquals(new Permission.Now(), may());
    goesOut();
    house.later(Duration.ofHours(23));
    assertInstanceOf(Releasing.Queued.class, answers("Vi er her.\nTil 22."));
    sent.clear();
    goesOut();
    assertEquals(List.of(text("Vi er her.\nTil 22.")), sent);
  }

  @Test
  void afterADayItIsNotAnsweredUntilTheyWriteAgain() {
    tells("wamid.1", "Hei", SECRET);
    goesOut();
    sent.clear();
    house.later(Duration.ofHours(25));
    var over = new Permission.Never(Permission.Why.DAY_OVER);
    assertEquals(over, may());
    var refused = new Releasing.Refused(new Releasing.Forbidden(Permission.Why.DAY_OVER));
    assertEquals(refused, answers("Er du der?"));
    goesOut();
    assertEquals(List.of(), sent);
    tells("wamid.2", "Ja", SECRET);
    assertInstanceOf(Releasing.Queued.class, answers("Godt."));
    goesOut();
    assertEquals(text("Godt."), sent.getLast());
  }

  @Test
  void whoShowsNoNumberAndSaysStopGetsNothingOverWhatsAppAnyMore() {
    JsonObject hidden = new JsonObject().put("from_user_id", "NO.135");
    assertEquals(204, tells("wamid.1", "Hei", SECRET, hidden));
    ThreadId thread = all().getFirst().thread().id();
    assertInstanceOf(Releasing.Queued.class, answers(thread, "id:NO.135"));
    assertEquals(204, tells("wamid.2", "Stopp", SECRET, hidden));
    goesOut();
    sent.clear();
    for (Duration later : List.of(Duration.ZERO, Duration.ofHours(2), Duration.ofDays(6))) {
      house.later(later);
      assertTrue(all().getFirst().standing().stopped().isPresent(), "after " + later);
      assertInstanceOf(Releasing.Refused.class, answers(thread, "id:NO.135"));
      goesOut();
      assertEquals(List.of(), sent, "after " + later);
    }
    assertEquals(1, get(house.optOuts.all()).size());
    assertEquals(204, tells("wamid.3", "Hei", SECRET), "somebody with a number");
    assertInstanceOf(Releasing.Queued.class, answers("Hei."), "is not meant");
  }

  private Releasing.Outcome answers(ThreadId thread, String to) {
    get(house.one.desk.act(SERVICE, thread, house.kari.id(), new ThreadStore.Take()));
    int read = get(house.threads.find(SERVICE, thread, house.now)).orElseThrow().words();
    var answer = new Threads.Answer(thread, TextId.fresh(), to, "Vi er her.", read);
    return assertInstanceOf(
            Threads.Out.class, get(house.one.desk.answer(SERVICE, house.kari.id(), answer)))
        .outcome();
  }

  @Test
  void whatWeBeginIsTheTemplateAndOnlyForWhomSaidYes() {
    var refused = new Releasing.Refused(new Releasing.Forbidden(Permission.Why.NO_CONSENT));
    assertEquals(refused, begins(card(Optional.empty())));
    goesOut();
    assertEquals(List.of(), sent);
    assertInstanceOf(Releasing.Queued.class, begins(card(Optional.of("2026-11-20"))));
    goesOut();
    assertEquals(List.of(template(HELLO)), sent);
  }

  private void take(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              sent.add(
                  new JsonObject()
                      .put("line", request.method() + " " + request.path())
                      .put("authorization", request.getHeader("authorization"))
                      .put("body", body.toJsonObject()));
              request.response().end("{\"messages\":[{\"id\":\"wamid." + sent.size() + "\"}]}");
            });
  }

  /// An update in the shape of Meta's reference; answers the status.
  private int tells(String id, String text, String secret) {
    return tells(id, text, secret, new JsonObject().put("from", PHONE.written().substring(1)));
  }

  /// @param from members by which the sender is known
  private int tells(String id, String text, String secret, JsonObject from) {
    JsonObject message =
        from.copy()
            .put("id", id)
            .put("timestamp", Long.toString(house.now.getEpochSecond()))
            .put("type", "text")
            .put("text", new JsonObject().put("body", text));
    JsonObject value =
        new JsonObject()
            .put("messaging_product", "whatsapp")
            .put("metadata", new JsonObject().put("phone_number_id", OURS))
            .put("messages", new JsonArray().add(message));
    JsonObject change = new JsonObject().put("field", "messages").put("value", value);
    JsonObject entry = new JsonObject().put("id", "1").put("changes", new JsonArray().add(change));
    String body =
        new JsonObject()
            .put("object", "whatsapp_business_account")
            .put("entry", new JsonArray().add(entry))
            .encode();
    byte[] signature = Hmac.sha256(bytes(secret), bytes(body));
    return Asking.at(port.actualPort())
        .with("x-hub-signature-256", "sha256=" + HexFormat.of().formatHex(signature))
        .post("/hooks/whatsapp-cloud", body)
        .status();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<Threads.Listed> all() {
    return get(house.one.desk.all(SERVICE, Optional.empty())).threads();
  }

  private Permission may() {
    return all().getFirst().standing().permission(Occasion.ANSWER, house.now);
  }

  private Releasing.Outcome answers(String text) {
    return assertInstanceOf(Threads.Out.class, house.answers(text)).outcome();
  }

  private void goesOut() {
    var carried = new Carried("whatsapp-cloud", true, Set.of(), true);
    var outbox =
        CorrespondenceStores.outbox(
            house.pool, house.one.memory, house.tags, carried, service -> Manners.DEFAULT);
    while (get(house.one.sender(channel, outbox).round()) > 0) {
      assertTrue(sent.size() < 10, "it ends");
    }
  }

  private Releasing.Outcome begins(ContactId card) {
    var errand = new Errand(card, Optional.empty(), List.of(), List.of());
    return house.begins(house.one, TextId.fresh(), PHONE, HELLO, Optional.of(errand));
  }

  /// A card with the phone's number.
  private ContactId card(Optional<String> yes) {
    ContactId card = ContactId.fresh();
    var tagged = house.tagged(PHONE);
    get(
        house
            .pool
            .preparedQuery(
                "WITH card AS (INSERT INTO contact (id, service, face, numbers, devices, language,"
                    + " source, batch, adverts, made, ends, consent_day, consent_how) VALUES"
                    + " ($1, $2, $3, $3, ARRAY[$1], 'nb', 'advert', $1, 0, $4, '2027-06-01',"
                    + " $7::text::date, CASE WHEN $7 <> '' THEN 'told' END))"
                    + " INSERT INTO contact_tag VALUES ($1, 0, $5, $6, true)")
            .execute(
                Tuple.of(
                        Buffer.buffer(card.bytes()),
                        SERVICE.slug(),
                        Buffer.buffer(new byte[200]),
                        house.now.atOffset(ZoneOffset.UTC),
                        Buffer.buffer(tagged.contact()))
                    .addBuffer(Buffer.buffer(tagged.stop()))
                    .addString(yes.orElse(null))));
    return card;
  }

  private JsonObject text(String text) {
    JsonObject made = library.ask(asked(text));
    made.getJsonObject("body").getJsonObject("text").put("preview_url", false);
    return made;
  }

  private JsonObject template(String text) {
    JsonObject made = library.ask(asked(text).put("template", "contact").put("language", "nb"));
    made.getJsonObject("body").getJsonObject("template").getJsonObject("language").remove("policy");
    return made;
  }

  private JsonObject asked(String text) {
    return new JsonObject()
        .put("number", OURS)
        .put("token", TOKEN)
        .put("to", PHONE.written())
        .put("key", sent.getLast().getJsonObject("body").getString("biz_opaque_callback_data"))
        .put("text", text);
  }
}
