package havn.channelhttp;

import havn.courtesy.Window;
import havn.http.Problem;
import havn.kernel.id.ContactId;
import havn.kernel.id.StaffId;
import havn.kernel.time.SystemTime;
import havn.outreach.Card;
import havn.outreach.CardStore;
import havn.outreach.Consent;
import havn.outreach.Intake;
import havn.outreach.Listed;
import havn.outreach.Outlook;
import havn.outreach.Senders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Cards as the contract has them.
final class CardText {

  private static final int DAY = 24 * 60;

  private CardText() {}

  /// @param reader who asks
  static JsonObject printed(Listed listed, StaffId reader) {
    Card card = listed.card();
    JsonObject printed =
        new JsonObject()
            .put("card", card.id().hex())
            .put("language", card.language())
            .put("stage", listed.outlook().stage().printed())
            .put("numbers", card.numbers().size())
            .put("adverts", card.adverts())
            .put("source", card.origin().source().printed())
            .put("made", card.origin().made().toString())
            .put("ends", card.ends().toString())
            .put("permission", printed(listed.outlook().may()))
            .put("mine", card.isHeldBy(reader))
            .put("shared", card.shared());
    card.window().ifPresent(window -> printed.put("window", printed(window)));
    listed
        .outlook()
        .begun()
        .map(at -> LocalDate.ofInstant(at, SystemTime.OSLO))
        .ifPresent(day -> printed.put("begun", day.toString()));
    card.holder().ifPresent(holder -> printed.put("by", holder.name()));
    card.consent().ifPresent(consent -> printed.put("consent", printed(consent)));
    return printed;
  }

  private static JsonObject printed(Consent consent) {
    JsonObject printed =
        new JsonObject().put("day", consent.day().toString()).put("how", consent.how().printed());
    consent.by().ifPresent(name -> printed.put("by", name));
    return printed;
  }

  static JsonObject printed(Outlook.May may) {
    return switch (may) {
      case Outlook.Stopped stopped -> Permissions.never("stopped");
      case Outlook.Begin begin -> Permissions.printed(begin.permission());
    };
  }

  static JsonObject printed(CardStore.Counts counts) {
    return new JsonObject()
        .put("cards", counts.cards())
        .put("numbers", counts.numbers())
        .put("adverts", counts.adverts())
        .put("contacted", counts.contacted())
        .put("replied", counts.replied())
        .put("stopped", counts.stopped());
  }

  /// `stopped.begun.made.card`, the moments in microseconds since 1970, `-` for nobody began.
  static String printed(CardStore.Place place) {
    return String.join(
        ".",
        place.stopped() ? "1" : "0",
        place.begun().map(CardText::micros).orElse("-"),
        micros(place.made()),
        place.card().hex());
  }

  /// @param printed as the contract permits it
  static CardStore.Place place(String printed) {
    String[] parts = printed.split("\\.", 4);
    Optional<String> begun = Optional.of(parts[1]).filter(at -> !at.equals("-"));
    return new CardStore.Place(
        parts[0].equals("1"),
        begun.map(CardText::instant),
        instant(parts[2]),
        new ContactId(parts[3]));
  }

  private static String micros(Instant at) {
    return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at));
  }

  private static Instant instant(String micros) {
    return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
  }

  static JsonObject printed(Intake.Worth worth) {
    return switch (worth) {
      case Intake.Nothing nothing ->
          new JsonObject()
              .put(
                  "kind",
                  switch (nothing.why()) {
                    case SHORT -> "short";
                    case NO_NUMBER, LANDLINE -> "none";
                  });
      case Intake.Number number -> printed(number);
    };
  }

  private static JsonObject printed(Intake.Number number) {
    JsonArray cards = new JsonArray();
    number.cards().forEach(card -> cards.add(card.hex()));
    JsonArray windows = new JsonArray();
    number.windows().forEach(window -> windows.add(printed(window)));
    JsonObject printed =
        new JsonObject()
            .put("kind", number.textable() ? "mobile" : "call-only")
            .put("e164", number.number().e164())
            .put("stopped", number.stopped())
            .put("begun", number.begun())
            .put("cards", cards)
            .put("windows", windows);
    number.withdrawn().ifPresent(day -> printed.put("withdrawn", day.toString()));
    return printed;
  }

  /// What has to change before a text has a sender.
  static Problem missing(Senders.Setting setting) {
    return new Problem(
        409,
        0,
        "The service cannot sign a text yet.",
        switch (setting) {
          case NAME -> "names: give the service a name of at most 30 characters.";
          case LINK -> "public-url: with /chat/ and the service's id it has at most 60 characters.";
          case SERVICE -> "There is no such service any more.";
        });
  }

  /// What a console wrote; empty when it begins and ends at the same minute.
  static Optional<Window> window(JsonObject written) {
    int to = written.getInteger("to");
    return Window.of(written.getInteger("from"), to == 0 ? DAY : to);
  }

  /// A day as somebody wrote it; what is none counts as one that is still to come, which no rule
  /// takes.
  static LocalDate day(String written) {
    try {
      return LocalDate.parse(written);
    } catch (DateTimeException noDay) {
      return LocalDate.MAX;
    }
  }

  private static JsonObject printed(Window window) {
    return new JsonObject().put("from", window.from()).put("to", window.to() % DAY);
  }
}
