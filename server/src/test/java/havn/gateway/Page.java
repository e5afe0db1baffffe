package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;

import havn.conversation.Conversation;
import havn.conversation.Stage;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.wire.Samples;
import havn.wire.v1.RingCard;
import havn.wire.v1.VisitorDown;
import havn.wire.v1.Waiting;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/// What a visitor's page knows, and whether that is true.
final class Page {

  private static final int ENDED = 3541;
  private static final int CAPABILITY_REFUSED = 3521;

  VisitorClient client;
  int spoken;

  /// On a connection that knows nothing of how long its visitor has waited.
  boolean cameBack;

  private boolean refused;

  private Page(VisitorClient client) {
    this.client = client;
  }

  static Page ringing(TestHouse house, boolean danger) {
    Page page = new Page(house.welcomed());
    RingCard.Builder card = Samples.card(house.service.slug()).toBuilder();
    if (danger) {
      card.addWishes("danger");
    }
    page.client.send(Samples.ring(card.build()));
    until(
        "an answer to a ring",
        () -> page.client.has(d -> d.hasRung() || d.hasRefused()) || !page.client.isOpen());
    page.refused = !page.client.has(VisitorDown::hasRung);
    if (!page.refused) {
      page.client.knows(page.client.all(VisitorDown::hasRung, rung -> rung).getFirst());
    }
    return page;
  }

  ConversationId conversation() {
    return client.conversation;
  }

  boolean isOpen() {
    return client.isOpen() && !refused;
  }

  boolean isTalking() {
    return isOpen() && client.has(d -> d.hasEntry() && d.getEntry().hasEpoch());
  }

  void loses() {
    get(client.ws.close());
    until("closed", () -> !client.isOpen());
  }

  boolean isOver() {
    return refused
        || (!client.isOpen()
            && (client.closeCode() == ENDED || client.closeCode() == CAPABILITY_REFUSED));
  }

  /// Its connection is gone, and it would come back.
  boolean isLost() {
    return !client.isOpen() && !isOver();
  }

  void comesBack(TestHouse house) {
    client = client.resume(house, 0);
    cameBack = true;
  }

  /// The last word about where its visitor stands.
  String stands() {
    return word().map(word -> word.getKindCase().name()).orElse("nothing heard");
  }

  private Optional<VisitorDown> word() {
    List<VisitorDown> words =
        client.all(d -> d.hasWaiting() || d.hasTaken() || d.hasStaff(), word -> word);
    return words.isEmpty() ? Optional.empty() : Optional.of(words.getLast());
  }

  /// Whether the page read that somebody is there.
  private static boolean isAnswered(Waiting told) {
    return told.getSpokenCount() > 0;
  }

  /// @param leads whether a device's console is connected, and was told that it leads the chat
  /// @param line who stands in it
  /// @param truth whether it is true to read that somebody is there, or that nobody is
  boolean isTrue(
      Function<ConversationId, Optional<Conversation>> find,
      Predicate<ConversationId> line,
      BiPredicate<DeviceId, ConversationId> leads,
      Predicate<Boolean> truth) {
    if (!isOpen()) {
      return true;
    }
    Optional<Stage> stage = find.apply(conversation()).map(Conversation::stage);
    return word().isPresent()
        && stage.isPresent()
        && switch (word().get().getKindCase()) {
          case WAITING ->
              stage.get() instanceof Stage.Waiting
                  && line.test(conversation())
                  && truth.test(isAnswered(word().get().getWaiting()));
          case STAFF ->
              !word().get().getStaff().getConnected()
                  || (stage.get() instanceof Stage.Taken taken
                      && leads.test(taken.device(), conversation()));
          default -> false;
        };
  }
}
