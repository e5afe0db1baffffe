package havn.visit;

import havn.admission.Passes;
import havn.conversation.Conversation;
import havn.conversation.Conversations;
import havn.conversation.Debt;
import havn.conversation.Stage;
import havn.duty.Admission;
import havn.duty.Availability;
import havn.duty.ServiceState;
import havn.kernel.id.ConversationId;
import havn.kernel.id.ServiceId;
import havn.kernel.secret.Secret;
import havn.line.Boost;
import havn.line.Lines;
import havn.line.Offer;
import havn.line.Waiter;
import havn.line.Wants;
import havn.matching.Encounters;
import havn.service.Service;
import havn.service.ServiceBook;
import havn.wire.Card;
import havn.wire.VisitorFrame;
import havn.wire.v1.Code;
import havn.wire.v1.EndReason;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/// Begins visits and lets them come back.
public final class Visits {

  private static final Optional<VisitorFrame.Again> NOTHING = Optional.empty();

  private final ServiceBook services;
  private final Availability availability;
  private final Conversations conversations;
  private final Lines lines;
  private final Encounters encounters;
  private final Passes passes;
  private final InstantSource time;

  public Visits(
      ServiceBook services,
      Availability availability,
      Conversations conversations,
      Lines lines,
      Encounters encounters,
      Passes passes,
      InstantSource time) {
    this.services = services;
    this.availability = availability;
    this.conversations = conversations;
    this.lines = lines;
    this.encounters = encounters;
    this.passes = passes;
    this.time = time;
  }

  /// Puts a visitor in the line of the service, if somebody answers it now and takes new people.
  ///
  /// @param left the chat that the service left, if the visitor proves one
  /// @param pass shows that the visitor has a return code; it is used up either way
  public Future<Arrival> ring(Card card, Optional<VisitorFrame.Again> left, Optional<Secret> pass) {
    Optional<Service> service = services.find(card.service());
    if (service.isEmpty() || !answers(service.get(), card)) {
      return refused(Code.SERVICE_UNKNOWN);
    }
    return here(card.service(), left).compose(again -> ringAgain(card, again, pass));
  }

  /// What one service owes is owed by no other.
  private Future<Optional<VisitorFrame.Again>> here(
      ServiceId service, Optional<VisitorFrame.Again> left) {
    return left.map(
            again ->
                conversations
                    .find(again.conversation())
                    .map(found -> left.filter(l -> found.filter(in(service)).isPresent())))
        .orElseGet(() -> Future.succeededFuture(left));
  }

  private static Predicate<Conversation> in(ServiceId service) {
    return conversation -> conversation.ring().service().equals(service);
  }

  private Future<Arrival> ringAgain(
      Card card, Optional<VisitorFrame.Again> left, Optional<Secret> pass) {
    Future<Boolean> returning =
        pass.map(passes::redeem).orElseGet(() -> Future.succeededFuture(false));
    return returning.compose(
        returns ->
            owed(left)
                .compose(
                    debt ->
                        availability
                            .of(
                                card.service(),
                                card.lane(),
                                asker(card.danger() || debt.isPresent(), returns))
                            .compose(
                                state ->
                                    admit(card, debt.isPresent() ? left : NOTHING, debt, state))));
  }

  /// Whether whoever is owed a place after this ring would get one now.
  public Future<Boolean> takesBack(Conversation.Ring ring) {
    return availability
        .of(ring.service(), ring.lane(), Admission.Asker.FIRST)
        .map(state -> state.admission() == Admission.WELCOME);
  }

  private Future<Optional<Debt>> owed(Optional<VisitorFrame.Again> left) {
    return left.map(again -> conversations.owes(again.conversation(), again.capability()))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  private static Admission.Asker asker(boolean first, boolean returns) {
    if (first) {
      return Admission.Asker.FIRST;
    }
    return returns ? Admission.Asker.RETURNS : Admission.Asker.ANYBODY;
  }

  private static Boost boost(Card card, Optional<Debt> debt) {
    return card.danger() ? Boost.DANGER : debt.map(Visits::boost).orElse(Boost.NONE);
  }

  private static Boost boost(Debt debt) {
    return switch (debt) {
      case ANSWER -> Boost.RETURNED;
      case PLACE -> Boost.RESUMED;
      case DANGER -> Boost.DANGER;
    };
  }

  private Future<Arrival> admit(
      Card card, Optional<VisitorFrame.Again> owed, Optional<Debt> debt, ServiceState state) {
    return switch (state.admission()) {
      case WELCOME -> open(card, owed, boost(card, debt));
      case LONG, FULL -> refused(Code.LINE_FULL);
      case NOBODY, CLOSING, CLOSED_TO_NEW, WINDING_DOWN -> refused(Code.SERVICE_CLOSED);
    };
  }

  /// What is owed goes to this ring. The page may not have heard of the place that an earlier ring
  /// got for it: that one is over.
  private Future<Optional<Arrival.Unheard>> insteadOf(
      Optional<VisitorFrame.Again> owed, ConversationId next) {
    return owed.map(again -> conversations.redeem(again.conversation(), again.capability(), next))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
        .compose(
            before ->
                before
                    .map(conversations::find)
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())))
        .compose(
            found ->
                found.map(this::unheard).orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Future<Optional<Arrival.Unheard>> unheard(Conversation before) {
    return encounters
        .end(before, EndReason.BY_VISITOR)
        .map(last -> Optional.of(new Arrival.Unheard(before.id(), last)));
  }

  /// The page knows the place that it got for what it was owed. Where that cannot be noted, the
  /// same proof takes the place over.
  public void settle(VisitorFrame.Again owed) {
    var unused = conversations.settle(owed.conversation(), owed.capability());
  }

  /// What the page showed: whoever rings while another number is published is answered all the
  /// same, and nothing is kept for longer than either says. An older page says nothing of it.
  private Optional<Integer> told(Card card) {
    return card.toldDays().or(() -> services.find(card.service()).map(Service::retentionDays));
  }

  private Future<Arrival> open(Card card, Optional<VisitorFrame.Again> owed, Boost boost) {
    Instant now = time.instant();
    Secret capability = Secret.fresh();
    Conversation.Ring ring =
        new Conversation.Ring(
            card.service(),
            card.lane(),
            card.language(),
            card.bytes(),
            capability.fingerprint(),
            now,
            boost == Boost.DANGER,
            told(card));
    ConversationId id = ConversationId.fresh();
    Conversation conversation = new Conversation(id, ring, new Stage.Waiting(), 0, "", "");
    Waiter waiter =
        new Waiter(
            id,
            now,
            card.lane(),
            card.language(),
            card.wish(),
            boost,
            now,
            Offer.NONE,
            Wants.of(card.traits()));
    return conversations
        .open(id, ring)
        .compose(opened -> insteadOf(owed, id))
        .compose(
            unheard ->
                join(card.service(), waiter)
                    .compose(
                        joined ->
                            joined
                                ? Future.succeededFuture(
                                    new Arrival.Rung(conversation, capability, unheard))
                                : conversations
                                    .forget(id)
                                    .map(new Arrival.Refused(Code.LINE_FULL))));
  }

  /// In a full line, somebody new gets the place of whoever has been gone the longest. Pages that
  /// rang and hung up cannot keep others out.
  private Future<Boolean> join(ServiceId service, Waiter waiter) {
    return lines
        .join(service, waiter)
        .compose(joined -> joined ? Future.succeededFuture(true) : joinForAnother(service, waiter));
  }

  private Future<Boolean> joinForAnother(ServiceId service, Waiter waiter) {
    return lines
        .waiting(service)
        .compose(
            all ->
                all.stream()
                    .filter(other -> !other.connected(waiter.since()))
                    .min(Comparator.comparing(Waiter::seen))
                    .map(
                        gone ->
                            encounters
                                .giveUp(service, gone.conversation())
                                .compose(left -> lines.join(service, waiter)))
                    .orElseGet(() -> Future.succeededFuture(false)));
  }

  /// Somebody who waits gives something up, or keeps it. Another language must be one of the
  /// service's.
  public Future<Boolean> relax(Conversation conversation, VisitorFrame.Relax relax) {
    ServiceId service = conversation.ring().service();
    boolean known =
        relax
            .language()
            .map(Wants::spokenItself)
            .map(tag -> services.find(service).filter(s -> s.languages().contains(tag)).isPresent())
            .orElse(true);
    return known
        ? lines.relax(
            service,
            conversation.id(),
            relax.yes() ? Wants.word(relax.preference(), relax.language().orElse("")) : "",
            relax.question())
        : Future.succeededFuture(false);
  }

  /// Somebody who waits is in danger now, and stands in front from the place they have: whoever
  /// might not get a new one loses nothing. False when they wait no longer.
  public Future<Boolean> raise(Conversation conversation) {
    Conversation.Ring ring = conversation.ring();
    return conversations
        .endanger(conversation.id())
        .compose(
            waits ->
                waits
                    ? lines.raise(ring.service(), conversation.id(), ring.since(), time.instant())
                    : Future.succeededFuture(false));
  }

  /// The conversation of a visit that proves itself; empty when it does not, or when it is over and
  /// forgotten.
  public Future<Optional<Conversation>> resume(ConversationId id, Secret capability) {
    return conversations.find(id).map(found -> found.filter(c -> c.ring().provenBy(capability)));
  }

  private static boolean answers(Service service, Card card) {
    return service.lanes().contains(card.lane()) && service.languages().contains(card.language());
  }

  private static Future<Arrival> refused(Code code) {
    return Future.succeededFuture(new Arrival.Refused(code));
  }
}
