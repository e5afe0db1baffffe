package havn.channelhttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.http.Answer;
import havn.http.Asking;
import havn.kernel.id.CampaignId;
import havn.kernel.id.ContactId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.TextId;
import havn.letters.Hand;
import havn.staff.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Consoles of people of Pro Mann keep cards, take them, write and decide on campaigns.
class CardsOverHttpTest {

  private static final String AT = "/api/outreach/pro-mann";
  private static final String NUMBER = "+4741234567";
  private static final byte[] FACE = Hand.sealed(1, "Nickname, seen in an advert");

  private OutreachPortForTests house;
  private Asking kari;
  private Asking ola;

  @BeforeEach
  void open() throws Exception {
    house = new OutreachPortForTests();
    kari = house.page(house.people.kari);
    ola = house.page(house.people.ola);
  }

  /// What a first text has to say.
  private static final String HELLO =
      "Hei fra oss: https://hjelp.example/chat/pro-mann Svar STOPP, så skriver vi ikke mer.";

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aCardIsKeptTakenReadAndWrittenToOnce() {
    String card = kept(NUMBER);
    JsonObject next = ola.post(AT + "/next", "{\"languages\":[\"nb\"]}").json();
    assertEquals(card, next.getJsonObject("card").getString("card"));
    assertTrue(next.getJsonObject("card").getBoolean("mine"));
    assertEquals("Ola", listed(kari).getString("by"));
    assertEquals("now", listed(kari).getJsonObject("permission").getString("may"));
    assertEquals(404, kari.post(AT + "/next", "{\"languages\":[]}").status());
    assertEquals(409, act(kari, card, "take"));
    JsonObject opened = ola.post(AT + "/cards/" + card + "/open", "{\"part\":\"face\"}").json();
    assertEquals(Hand.text(FACE), opened.getString("file"));
    JsonObject draft =
        ola.post(AT + "/cards/" + card + "/draft", "{\"place\":0,\"language\":\"nb\"}").json();
    assertEquals("first", draft.getString("occasion"));
    assertTrue(draft.getString("text").contains("Pro Mann"));
    String release = release(card, NUMBER, draft.getString("text"));
    Answer queued = ola.post(AT + "/releases", release);
    assertEquals(202, queued.status(), queued.body());
    assertEquals("2026-11-20T12:00:00Z", queued.json().getString("at"));
    assertEquals(queued.body(), ola.post(AT + "/releases", release).body());
    JsonObject listed = listed(kari);
    assertEquals("contacted", listed.getString("stage"));
    assertEquals("2026-11-20", listed.getString("begun"));
    assertEquals("advert", listed.getString("source"));
    assertEquals("2026-11-20", listed.getString("made"));
    Answer again = ola.post(AT + "/releases", release(card, NUMBER, "Hei igjen"));
    assertEquals(409, again.status());
    assertEquals("too-soon", again.json().getString("detail"));
  }

  @Test
  void aConversationSaysWhereWhoeverWritesCanWriteWithoutTheirNumber() {
    String card = kept(NUMBER);
    ola.post(AT + "/next", "{\"languages\":[\"nb\"]}");
    assertEquals(202, ola.post(AT + "/releases", release(card, NUMBER, HELLO)).status());
    JsonArray threads = kari.get(AT + "/threads").json().getJsonArray("threads");
    String thread = threads.getJsonObject(0).getString("thread");
    assertEquals(
        "https://hjelp.example/chat/pro-mann",
        kari.get(AT + "/threads/" + thread).json().getString("link"));
  }

  @Test
  void neverIsRefusedWithAWordWhileATextOfTheirsWasNotRead() {
    String card = kept(NUMBER);
    ola.post(AT + "/next", "{\"languages\":[\"nb\"]}");
    assertEquals(202, ola.post(AT + "/releases", release(card, NUMBER, HELLO)).status());
    get(house.pool.query("UPDATE thread SET waits = true, words = 1, word = written").execute());
    Answer refused = never(card, new JsonArray());
    assertEquals(409, refused.status());
    assertEquals("unread", refused.json().getString("detail"));
    JsonArray threads = kari.get(AT + "/threads").json().getJsonArray("threads");
    var seen = new JsonObject().put("thread", threads.getJsonObject(0).getString("thread"));
    assertEquals(409, never(card, new JsonArray().add(seen.put("words", 0))).status());
    JsonArray both = new JsonArray().add(seen.copy()).add(seen.copy().put("words", 1));
    assertEquals(409, never(card, both).status(), "of the two, the older reading counts");
    String there = AT + "/threads/" + seen.getString("thread") + "/acts";
    Answer same = kari.post(there, "{\"act\":\"never\",\"seen\":0}");
    assertEquals(409, same.status());
    assertEquals("unread", same.json().getString("detail"));
    String gone = AT + "/threads/" + TextId.fresh().hex() + "/acts";
    assertFalse(kari.post(gone, "{\"act\":\"never\"}").body().contains("unread"));
    assertEquals("contacted", listed(ola).getString("stage"));
    assertEquals(204, never(card, new JsonArray().add(seen.put("words", 1))).status());
    assertEquals("stopped", listed(ola).getString("stage"));
  }

  private Answer never(String card, JsonArray seen) {
    JsonObject body = new JsonObject().put("act", "never").put("seen", seen);
    return kari.post(AT + "/cards/" + card + "/acts", body.encode());
  }

  @Test
  void aPreviewTellsNumbersToWhoAskedAndNothingElseDoes() {
    kept(NUMBER);
    JsonObject window = new JsonObject().put("from", 600).put("to", 840);
    keep(card(NUMBER).put("window", window), "2027-06-01");
    keep(card(NUMBER).put("window", window), "2027-06-01");
    String asked = "{\"numbers\":[\"412 34 567\",\"22 12 34 56\",\"112\",\"x\"]}";
    JsonArray numbers = ola.post(AT + "/numbers", asked).json().getJsonArray("numbers");
    List<String> kinds = numbers.stream().map(one -> ((JsonObject) one).getString("kind")).toList();
    assertEquals(List.of("mobile", "call-only", "short", "none"), kinds);
    assertEquals(NUMBER, numbers.getJsonObject(0).getString("e164"));
    assertEquals(3, numbers.getJsonObject(0).getJsonArray("cards").size());
    assertEquals(new JsonArray().add(window), numbers.getJsonObject(0).getJsonArray("windows"));
    assertFalse(ola.get(AT + "/cards").body().contains("4123"));
  }

  @Test
  void onlyTheTeamOfTheServiceMayAskAndOnlyFromAListedDevice() {
    String card = kept(NUMBER);
    List<Asking> others =
        List.of(
            house.page(house.people.camila),
            house.page(house.people.elsewhere),
            house.people.desk.as(house.people.ola.member, house.port()),
            house.people.desk.as(
                house.people.desk.somebody("Revisor", Role.AUDITOR), house.port()));
    for (Asking other : others) {
      assertEquals(403, other.get(AT + "/cards").status());
      assertEquals(403, other.post(AT + "/next", "{\"languages\":[]}").status());
      assertEquals(
          403, other.post(AT + "/cards/" + card + "/open", "{\"part\":\"numbers\"}").status());
      assertEquals(403, other.post(AT + "/numbers", "{\"numbers\":[\"1\"]}").status());
      assertEquals(403, other.post(AT + "/releases", release(card, NUMBER, "Hei")).status());
      assertEquals(403, act(other, card, "never"));
    }
    Asking amina = house.page(house.people.elsewhere);
    String nadheim = "/api/outreach/nadheim";
    assertEquals(0, amina.get(nadheim + "/cards").json().getJsonArray("cards").size());
    assertEquals(
        404, amina.post(nadheim + "/cards/" + card + "/open", "{\"part\":\"numbers\"}").status());
    assertEquals(
        409, amina.post(nadheim + "/cards/" + card + "/acts", "{\"act\":\"take\"}").status());
    assertEquals(
        403,
        Asking.at(house.port()).with("origin", "https://x.example").get(AT + "/cards").status());
  }

  @Test
  void aReleaseWhoseAnswerWasLostIsAnsweredAlsoWhenTheCardIsGivenBack() {
    String card = kept(NUMBER);
    assertEquals(204, act(ola, card, "take"));
    String said = release(card, NUMBER, HELLO);
    Answer first = ola.post(AT + "/releases", said);
    assertEquals(202, first.status(), first.body());
    assertEquals(204, act(ola, card, "give-back"));
    Answer again = ola.post(AT + "/releases", said);
    assertEquals(202, again.status(), again.body());
    assertEquals(first.body(), again.body());
    assertEquals(409, kari.post(AT + "/releases", said).status(), "it is not hers");
  }

  @Test
  void whatIsNoCardIsRefusedWithoutRepeatingIt() {
    JsonObject plain = card(NUMBER).put("numbers", Hand.text(new byte[300]));
    Answer refused = keep(plain, "2027-06-01");
    assertEquals(422, refused.status());
    assertFalse(refused.body().contains("4123"), refused.body());
    assertEquals(422, keep(card(NUMBER), "2029-06-01").status());
    assertEquals(400, keep(card(NUMBER), "2027-02-31").status(), "no such day");
    JsonObject window = card(NUMBER).put("window", new JsonObject().put("from", 60).put("to", 60));
    assertEquals(422, keep(window, "2027-06-01").status());
    assertEquals(400, keep(card("9".repeat(41)), "2027-06-01").status());
    assertEquals(
        List.of("no-number"),
        keep(card("112"), "2027-06-01").json().getJsonArray("cards").getList());
    JsonObject night = card(NUMBER).put("window", new JsonObject().put("from", 1320).put("to", 0));
    assertEquals(200, keep(night, "2027-06-01").status());
    JsonObject shown = listed(ola);
    assertEquals(0, shown.getJsonObject("window").getInteger("to"));
    assertEquals("never", shown.getJsonObject("permission").getString("may"));
    assertEquals("no-hour", shown.getJsonObject("permission").getString("why"));
  }

  @Test
  void theHolderWritesTheFaceAndNotesACallAndAnybodyOfTheTeamSaysNever() {
    String card = kept("22 12 34 56");
    assertEquals("call-only", listed(ola).getString("stage"));
    assertEquals(204, act(ola, card, "take"));
    JsonObject face =
        new JsonObject()
            .put("face", Hand.text(FACE))
            .put("devices", new JsonArray().add(Hand.text(DeviceId.fresh().bytes())))
            .put("version", 1)
            .put("language", "th");
    String at = AT + "/cards/" + card;
    assertEquals(409, kari.post(at + "/face", face.encode()).status());
    assertEquals(204, ola.post(at + "/face", face.encode()).status());
    assertEquals("th", listed(ola).getString("language"));
    face.remove("language");
    face.put("version", 2).put("window", new JsonObject().put("from", 600).put("to", 840));
    assertEquals(204, ola.post(at + "/face", face.encode()).status());
    assertEquals("th", listed(ola).getString("language"), "a note alone");
    assertFalse(listed(ola).containsKey("window"), "a note alone");
    JsonObject draft = ola.post(at + "/draft", "{\"place\":0,\"language\":\"th\"}").json();
    assertEquals("call-only", draft.getJsonObject("permission").getString("why"));
    assertEquals(422, act(ola, card, "called"));
    assertEquals(204, ola.post(at + "/acts", "{\"act\":\"called\",\"place\":0}").status());
    assertEquals("contacted", listed(ola).getString("stage"));
    assertEquals(204, act(kari, card, "never"));
    assertEquals("stopped", listed(ola).getString("stage"));
    assertEquals(409, act(kari, card, "delete"));
    assertEquals(204, act(ola, card, "delete"));
    assertEquals(404, ola.post(at + "/open", "{\"part\":\"face\"}").status());
  }

  @Test
  void aCampaignIsProposedByOneAndApprovedByAnother() {
    String card = kept(NUMBER);
    JsonObject proposal =
        new JsonObject()
            .put("campaign", CampaignId.fresh().hex())
            .put("cards", new JsonArray().add(card));
    Answer proposed = kari.post(AT + "/campaigns", proposal.encode());
    assertEquals(201, proposed.status(), proposed.body());
    String acts = AT + "/campaigns/" + proposed.json().getString("campaign") + "/acts";
    String at = AT + "/campaigns/" + proposed.json().getString("campaign");
    JsonObject shown = ola.get(at).json();
    JsonObject language = shown.getJsonArray("languages").getJsonObject(0);
    assertEquals("first", language.getJsonArray("texts").getJsonObject(0).getString("opening"));
    String approve =
        new JsonObject().put("act", "approve").put("texts", shown.getString("texts")).encode();
    assertEquals(409, kari.post(acts, approve).status());
    assertEquals(409, ola.post(acts, "{\"act\":\"approve\"}").status(), "unread");
    assertEquals(409, ola.post(acts, "{\"act\":\"next\"}").status());
    assertEquals(204, ola.post(acts, approve).status());
    JsonObject next = ola.post(acts, "{\"act\":\"next\"}").json();
    assertEquals(card, next.getJsonObject("card").getString("card"));
    assertEquals(
        card,
        ola.post(acts, "{\"act\":\"next\"}").json().getJsonObject("card").getString("card"),
        "she has it, and may not know");
    String knows = "{\"act\":\"next\",\"knows\":[\"" + card + "\"]}";
    assertEquals(404, ola.post(acts, knows).status());
    JsonObject listed =
        ola.get(AT + "/campaigns").json().getJsonArray("campaigns").getJsonObject(0);
    assertEquals("approved", listed.getString("state"));
    assertEquals("Ola", listed.getString("approved"));
    assertFalse(listed.getBoolean("mine"));
    assertEquals(204, kari.post(acts, "{\"act\":\"stop\"}").status());
    assertEquals(409, ola.post(acts, "{\"act\":\"next\"}").status());
    JsonObject none =
        new JsonObject()
            .put("campaign", CampaignId.fresh().hex())
            .put("cards", new JsonArray().add(ContactId.fresh().hex()));
    assertEquals(422, kari.post(AT + "/campaigns", none.encode()).status());
  }

  @Test
  void aYesIsNotedShownAndTakenBackAndACardIsFoundByItself() {
    String card = kept(NUMBER);
    assertEquals(204, act(ola, card, "take"));
    String acts = AT + "/cards/" + card + "/acts";
    String yes = "{\"act\":\"consent\",\"how\":\"form\",\"day\":\"%s\"}";
    assertEquals(422, act(ola, card, "consent"), "how and when");
    assertEquals(409, ola.post(acts, yes.formatted("2026-11-21")).status(), "it is to come");
    assertEquals(204, ola.post(acts, yes.formatted("2026-11-19")).status());
    JsonObject found = kari.get(AT + "/cards/" + card).json().getJsonObject("card");
    assertEquals(card, found.getString("card"));
    assertEquals(
        new JsonObject().put("day", "2026-11-19").put("how", "form").put("by", "Ola"),
        found.getJsonObject("consent"));
    assertEquals(204, act(kari, card, "withdraw"));
    assertFalse(listed(kari).containsKey("consent"));
    assertEquals(404, kari.get(AT + "/cards/" + ContactId.fresh().hex()).status());
  }

  @Test
  void anActThatComesToNothingSaysWhyAndWhatToDo() {
    String card = kept(NUMBER);
    String acts = AT + "/cards/" + card + "/acts";
    said(409, "You do not have the card.", ola.post(acts, "{\"act\":\"called\",\"place\":0}"));
    assertEquals(204, act(ola, card, "take"));
    said(409, "Somebody else has the card.", kari.post(acts, "{\"act\":\"take\"}"));
    said(409, "no number at that place", ola.post(acts, "{\"act\":\"called\",\"place\":1}"));
    String yes = "{\"act\":\"consent\",\"how\":\"form\",\"day\":\"%s\"}";
    said(409, "that day does not count", ola.post(acts, yes.formatted("2026-11-21")));
    assertEquals(204, act(ola, card, "withdraw"));
    said(410, "was taken back since", ola.post(acts, yes.formatted("2026-11-19")));
    assertEquals(204, act(ola, card, "delete"));
    said(409, "There is no such card.", ola.post(acts, "{\"act\":\"never\"}"));
    for (int i = 0; i < 20; i++) {
      assertEquals(204, act(ola, kept("+474123%04d".formatted(i)), "take"));
    }
    String more = AT + "/cards/" + kept("+4741239999") + "/acts";
    said(423, "You hold 20 cards.", ola.post(more, "{\"act\":\"take\"}"));
  }

  private static void said(int status, String why, Answer answer) {
    assertEquals(status, answer.status(), answer.body());
    assertTrue(answer.json().getString("title").contains(why), answer.body());
    assertFalse(answer.json().getString("detail").isEmpty(), answer.body());
  }

  @Test
  void aTextThatLacksSomethingIsRefusedInWords() {
    String card = kept(NUMBER);
    assertEquals(204, act(ola, card, "take"));
    Answer refused = ola.post(AT + "/releases", release(card, NUMBER, "Hei"));
    assertEquals(422, refused.status());
    assertEquals("lacks: link, stop", refused.json().getString("detail"));
  }

  @Test
  void theListOfAProviderStopsItsNumbersOnceWhateverTheirSpelling() {
    String card = kept(NUMBER);
    String spelt = NUMBER.startsWith("+47") ? NUMBER.substring(3) : "+47" + NUMBER;
    JsonObject list =
        new JsonObject().put("numbers", new JsonArray().add(spelt).add("22 45 67 80").add("hei"));
    Answer told = ola.post(AT + "/opt-outs", list.encode());
    assertEquals(200, told.status(), told.body());
    assertEquals(
        new JsonObject().put("kept", 2).put("unread", new JsonArray().add(2)), told.json());
    assertEquals("stopped", listed(ola).getString("stage"), card);
    Answer again = kari.post(AT + "/opt-outs", list.encode());
    assertEquals(
        new JsonObject().put("kept", 0).put("unread", new JsonArray().add(2)), again.json());
  }

  private String kept(String number) {
    JsonObject card = card(number);
    Answer kept = keep(card, "2027-06-01");
    assertEquals("{\"cards\":[\"kept\"]}", kept.body());
    return card.getString("card");
  }

  private Answer keep(JsonObject card, String ends) {
    JsonObject body =
        new JsonObject()
            .put("batch", "ab".repeat(16))
            .put("source", "advert")
            .put("ends", ends)
            .put("cards", new JsonArray().add(card));
    return kari.post(AT + "/cards", body.encode());
  }

  private static JsonObject card(String number) {
    return new JsonObject()
        .put("card", ContactId.fresh().hex())
        .put("face", Hand.text(FACE))
        .put("numbers", Hand.text(FACE))
        .put("devices", new JsonArray().add(Hand.text(DeviceId.fresh().bytes())))
        .put("language", "nb")
        .put("written", new JsonArray().add(number))
        .put("adverts", 2);
  }

  private static JsonObject listed(Asking who) {
    return who.get(AT + "/cards").json().getJsonArray("cards").getJsonObject(0);
  }

  private static int act(Asking who, String card, String act) {
    String body = new JsonObject().put("act", act).encode();
    return who.post(AT + "/cards/" + card + "/acts", body).status();
  }

  private static String release(String card, String to, String text) {
    return new JsonObject()
        .put("release", TextId.fresh().hex())
        .put("card", card)
        .put("to", to)
        .put("text", text)
        .encode();
  }
}
