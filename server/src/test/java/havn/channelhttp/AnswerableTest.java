package havn.channelhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.correspondence.Standing;
import havn.correspondence.Terms;
import havn.courtesy.Manners;
import havn.courtesy.Past;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What consoles are told of an answer to somebody who said stop and wrote again on a Saturday at
/// 22 in Oslo.
class AnswerableTest {

  private static final Instant WORD = Instant.parse("2026-11-21T21:00:00Z");

  @Test
  void aStopThatLeavesNoHourHasAReasonOfItsOwn() {
    Instant before = WORD.minus(Duration.ofDays(7));
    assertEquals(new JsonObject().put("may", "now"), told(before, Duration.ofMinutes(30)));
    assertEquals(Permissions.never("stop-day-over"), told(before, Duration.ofMinutes(31)));
    assertEquals(Permissions.never("stopped"), told(before, Duration.ofHours(24)));
    assertEquals(Permissions.never("stopped"), told(WORD, Duration.ofMinutes(31)));
  }

  private static JsonObject told(Instant stopped, Duration after) {
    var standing =
        new Standing(
            new Past(List.of(), Optional.of(WORD), Optional.empty()),
            Optional.of(stopped),
            List.of(),
            Optional.empty(),
            Terms.plain(Manners.DEFAULT));
    return ThreadRoutes.answerable(standing, WORD.plus(after));
  }
}
