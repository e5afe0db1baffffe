package havn.visit;

import havn.conversation.Conversation;
import havn.conversation.Conversations;
import havn.conversation.Stage;
import havn.duty.Availability;
import havn.duty.ServiceState;
import havn.kernel.id.ConversationId;
import havn.kernel.secret.Secret;
import havn.line.Lines;
import havn.line.Waiter;
import havn.service.Service;
import havn.service.ServiceBook;
import havn.wire.Card;
import havn.wire.v1.Code;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Begins visits and lets them come back.
public final class Visits {

  private final ServiceBook services;
  private final Availability availability;
  private final Conversations conversations;
  private final Lines lines;
  private final InstantSource time;

  public Visits(
      ServiceBook services,
      Availability availability,
      Conversations conversations,
      Lines lines,
      InstantSource time) {
    this.services = services;
    this.availability = availability;
    this.conversations = conversations;
    this.lines = lines;
    this.time = time;
  }

  /// Puts a visitor in the line of the service, if somebody answers it now.
  public Future<Arrival> ring(Card card) {
    Optional<Service> service = services.find(card.service());
    if (service.isEmpty() || !answers(service.get(), card)) {
      return refused(Code.SERVICE_UNKNOWN);
    }
    return availability.of(card.service()).compose(state -> admit(card, state));
  }

  private Future<Arrival> admit(Card card, ServiceState state) {
    return switch (state.staffing()) {
      case OPEN, BUSY -> open(card);
      case LATE, CLOSED -> refused(Code.SERVICE_CLOSED);
    };
  }

  private Future<Arrival> open(Card card) {
    Instant now = time.instant();
    Secret capability = Secret.fresh();
    Conversation.Ring ring =
        new Conversation.Ring(
            card.service(),
            card.lane(),
            card.language(),
            card.bytes(),
            capability.fingerprint(),
            now);
    ConversationId id = ConversationId.fresh();
    Conversation conversation = new Conversation(id, ring, new Stage.Waiting(), 0, "", "");
    return conversations
        .open(id, ring)
        .compose(
            opened ->
                lines.join(card.service(), new Waiter(id, now, card.lane(), card.language(), now)))
        .compose(
            joined ->
                joined
                    ? Future.succeededFuture(new Arrival.Rung(conversation, capability))
                    : conversations.forget(id).map(new Arrival.Refused(Code.LINE_FULL)));
  }

  /// The conversation of a visit that proves itself; empty when it does not, or when it is over and
  /// forgotten.
  public Future<Optional<Conversation>> resume(ConversationId id, Secret capability) {
    return conversations.find(id).map(found -> found.filter(c -> proves(c, capability)));
  }

  private static boolean proves(Conversation conversation, Secret capability) {
    return MessageDigest.isEqual(
        conversation.ring().capability().getBytes(StandardCharsets.US_ASCII),
        capability.fingerprint().getBytes(StandardCharsets.US_ASCII));
  }

  private static boolean answers(Service service, Card card) {
    return service.lanes().contains(card.lane()) && service.languages().contains(card.language());
  }

  private static Future<Arrival> refused(Code code) {
    return Future.succeededFuture(new Arrival.Refused(code));
  }
}
