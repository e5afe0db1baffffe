package havn.deskhttp;

import havn.http.Answers;
import havn.http.Contract;
import havn.http.Problem;
import havn.journal.Act;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.login.Session;
import havn.staff.Right;
import havn.staff.StaffMember;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Services that are taken from somebody, and somebody who leaves. Their devices are taken out of
/// the list by whoever signs it.
record LeavingRoutes(DeskParts parts, SessionGate gate) {

  /// A sign-in that is under way while somebody is ended ends too.
  private static final Duration UNDER_WAY = Duration.ofSeconds(5);

  private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

  void addTo(Contract.Routes routes) {
    on(routes, "restrictStaff", this::restrict);
    on(routes, "offBoardStaff", this::offBoard);
  }

  private void on(Contract.Routes routes, String operation, Handler<RoutingContext> handler) {
    routes.on(operation, gate.anybody(), gate.may(Right.END_PEOPLE), gate.listedIfAny(), handler);
  }

  private void restrict(RoutingContext context) {
    Set<ServiceId> taken =
        Contract.body(context).getJsonArray("services").stream()
            .map(slug -> new ServiceId((String) slug))
            .collect(Collectors.toUnmodifiableSet());
    if (!SessionGate.of(context).services().containsAll(taken)) {
      notYours(context);
      return;
    }
    LocalDate today = LocalDate.ofInstant(now(), ZONE);
    with(
        context,
        found ->
            end(
                context,
                found,
                Act.Deed.STAFF_RESTRICT,
                () -> parts.staff().people().restrict(found.id(), taken, today)));
  }

  private void offBoard(RoutingContext context) {
    LocalDate today = LocalDate.ofInstant(now(), ZONE);
    with(
        context,
        found -> {
          if (SessionGate.of(context).services().containsAll(found.services())) {
            end(
                context,
                found,
                Act.Deed.STAFF_OFF,
                () -> parts.staff().people().offBoard(found.id(), now(), today));
          } else {
            notYours(context);
          }
        });
  }

  private interface Then {
    void with(StaffMember found);
  }

  /// Somebody else than whoever asks, who works for a service of theirs.
  private void with(RoutingContext context, Then then) {
    Session session = SessionGate.of(context);
    StaffId wanted = new StaffId(Contract.body(context).getString("staff"));
    Answers.after(
        context,
        parts.staff().people().find(wanted),
        found -> {
          Optional<StaffMember> near =
              found.filter(who -> who.services().stream().anyMatch(session.services()::contains));
          if (near.isEmpty()) {
            Problem.of(404, "Nobody of your services has this id.").answer(context);
          } else if (wanted.equals(session.staff())) {
            Problem.of(409, "Somebody else has to do this to you.").answer(context);
          } else {
            then.with(near.get());
          }
        });
  }

  /// After a line in the journal; every session of the person ends with it.
  private void end(
      RoutingContext context, StaffMember who, Act.Deed deed, Supplier<Future<Boolean>> change) {
    Act act = new Act(SessionGate.of(context).staff(), deed, who.id().bytes());
    Answers.after(
        context,
        parts
            .staff()
            .journal()
            .write(act, now())
            .compose(written -> change.get())
            .compose(done -> done ? cut(who.id()).map(true) : Future.succeededFuture(false)),
        done -> {
          if (done) {
            Answers.empty(context);
          } else {
            Problem.of(409, "No service would be left, or the person is gone; off-board instead.")
                .answer(context);
          }
        });
  }

  private Future<Void> cut(StaffId who) {
    return parts.signIn().sessions().cut(who, now().plus(UNDER_WAY));
  }

  private Instant now() {
    return parts.clock().instant();
  }

  private static void notYours(RoutingContext context) {
    Problem.of(403, "Some of these services are not yours; take away those that are.")
        .answer(context);
  }
}
