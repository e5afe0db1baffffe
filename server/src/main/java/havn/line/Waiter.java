package havn.line;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/// One visitor in the line.
///
/// @param since when they rang
/// @param wish the device of whoever they wrote with last, when they wish for the same person
/// @param boost why they stand in front, if they do
/// @param seen the last sign of life of their page
/// @param offer whom of staff they were offered to
/// @param wants what else they wish for
/// @param endangeredSince when they said that they are in danger; their ring until they do
public record Waiter(
    ConversationId conversation,
    Instant since,
    String lane,
    String language,
    Optional<DeviceId> wish,
    Boost boost,
    Instant seen,
    Offer offer,
    Wants wants,
    Instant endangeredSince) {

  /// Of somebody who said as they rang whether they are in danger.
  public Waiter(
      ConversationId conversation,
      Instant since,
      String lane,
      String language,
      Optional<DeviceId> wish,
      Boost boost,
      Instant seen,
      Offer offer,
      Wants wants) {
    this(conversation, since, lane, language, wish, boost, seen, offer, wants, since);
  }

  /// Two heartbeats and a little.
  public static final Duration FRESH = Duration.ofSeconds(35);

  /// A place is kept for two minutes after the page was last connected.
  public static final Duration KEPT = FRESH.plusMinutes(2);

  private static final long THIRTY_YEARS = 1_000_000_000_000_000L;

  /// Where they stand: the smaller, the earlier. Microseconds since 1970-01-01T00:00Z, 30 years
  /// less for somebody whom the service left, 60 years less for somebody in danger.
  public long order() {
    return order(since, boost);
  }

  /// The same of somebody who rang then.
  public static long order(Instant since, Boost boost) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, since) - boost.rank() * THIRTY_YEARS;
  }

  /// Whether they understand somebody who speaks these languages.
  public boolean understands(Set<String> spoken) {
    return spoken.contains(language) || wants.otherLanguages().stream().anyMatch(spoken::contains);
  }

  /// The same who wishes for something else.
  public Waiter with(Wants other) {
    return new Waiter(
        conversation, since, lane, language, wish, boost, seen, offer, other, endangeredSince);
  }

  public boolean connected(Instant now) {
    return now.isBefore(seen.plus(FRESH));
  }

  /// Whether they are here, and say that they are in danger now.
  public boolean inDanger(Instant now) {
    return boost == Boost.DANGER && connected(now);
  }

  /// Whether the place is given up.
  public boolean gone(Instant now) {
    return !now.isBefore(seen.plus(KEPT));
  }
}
