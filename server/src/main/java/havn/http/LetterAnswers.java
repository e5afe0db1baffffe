package havn.http;

import havn.letters.Keeping;
import havn.letters.MailboxKeyStore.Stated;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/// What both ports answer about letters.
public final class LetterAnswers {

  private LetterAnswers() {}

  /// Why something was not kept; `KEPT` is no refusal.
  public static Problem refusal(Keeping why) {
    return switch (why) {
      case KEPT -> throw new IllegalArgumentException("what was kept is not refused");
      case UNKNOWN -> Problem.of(404, "There is no such mailbox or letter.");
      case BEHIND -> Problem.of(409, "Another page was first; read again.");
      case FULL -> Problem.of(409, "This mailbox holds as much as it may.");
      case CROWDED -> Problem.of(507, "There is no room at the moment; try again later.");
      case NO_SUCH_FILE -> Problem.of(422, "A file it names is not there; send it again.");
    };
  }

  public static void nothing(RoutingContext context) {
    refusal(Keeping.UNKNOWN).answer(context);
  }

  /// Statements as they were signed.
  public static JsonArray printed(List<Stated> keys) {
    JsonArray printed = new JsonArray();
    keys.forEach(
        key ->
            printed.add(
                new JsonObject()
                    .put("payload", Binary.text(key.payload()))
                    .put("signature", Binary.text(key.signature()))));
    return printed;
  }
}
