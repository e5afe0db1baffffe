package havn.deskhttp;

import havn.http.Answers;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.journal.Act;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.time.SystemTime;
import havn.login.Session;
import havn.staff.Right;
import havn.staff.Role;
import havn.staff.StaffMember;
import havn.staff.StaffStore;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What coordinators change about people: their services, their role, and that they leave. What
/// the list says of their devices follows when whoever signs it signs the next one.
record StaffRoutes(DeskParts parts, SessionGate gate) {

  /// A sign-in that is under way while somebody is ended ends too. Whoever is only changed comes
  /// back at once; so much is for clocks of servers that differ.
  private static final Duration UNDER_WAY = Duration.ofSeconds(5);

  private static final Duration CLOCKS = Duration.ofMillis(500);

  void addTo(Contract.Routes routes) {
    routes.on("staff", gate.anybody(), gate.may(Right.END_PEOPLE), this::list);
    on(routes, "restrictStaff", this::restrict);
    on(routes, "extendStaff", this::extend);
    on(routes, "appointStaff", this::appoint);
    on(routes, "offBoardStaff", this::offBoard);
  }

  private void on(Contract.Routes routes, String operation, Handler<RoutingContext> handler) {
    routes.on(operation, gate.anybody(), gate.may(Right.END_PEOPLE), gate.listedIfAny(), handler);
  }

  private void list(RoutingContext context) {
    Set<ServiceId> mine = SessionGate.of(context).services();
    Answers.after(
        context,
        parts.staff().people().of(mine),
        people ->
            Answers.json(
                context,
                200,
                new JsonObject()
                    .put(
                        "staff",
                        new JsonArray(people.stream().map(who -> printed(who, mine)).toList()))));
  }

  private static JsonObject printed(StaffMember who, Set<ServiceId> mine) {
    List<String> services =
        who.services().stream().filter(mine::contains).map(ServiceId::slug).sorted().toList();
    return new JsonObject()
        .put("id", who.id().hex())
        .put("name", who.shownName())
        .put("role", who.role().printed())
        .put("services", new JsonArray(services))
        .put("elsewhere", who.services().size() - services.size());
  }

  private void restrict(RoutingContext context) {
    Set<ServiceId> taken = services(context);
    with(
        context,
        taken,
        found ->
            change(
                context,
                found,
                Act.Deed.STAFF_RESTRICT,
                () -> parts.staff().people().restrict(found.id(), taken, today())));
  }

  private void extend(RoutingContext context) {
    Set<ServiceId> added = services(context);
    with(
        context,
        added,
        found ->
            change(
                context,
                found,
                Act.Deed.STAFF_EXTEND,
                () -> parts.staff().people().extend(found.id(), added)));
  }

  private void appoint(RoutingContext context) {
    Role role = Role.parse(Contract.body(context).getString("role")).orElseThrow();
    with(
        context,
        found ->
            change(
                context,
                found,
                Act.Deed.STAFF_ROLE,
                () -> parts.staff().people().appoint(found.id(), role, today())));
  }

  private void offBoard(RoutingContext context) {
    with(
        context,
        found ->
            change(
                context,
                found,
                Act.Deed.STAFF_OFF,
                () -> parts.staff().people().offBoard(found.id(), now(), today())));
  }

  private static Set<ServiceId> services(RoutingContext context) {
    return Contract.body(context).getJsonArray("services").stream()
        .map(slug -> new ServiceId((String) slug))
        .collect(Collectors.toUnmodifiableSet());
  }

  private interface Then {
    void with(StaffMember found);
  }

  /// Somebody who works for nothing but services of whoever asks.
  private void with(RoutingContext context, Then then) {
    near(context, found -> led(context, found.services(), () -> then.with(found)));
  }

  /// Somebody who works for a service of whoever asks, where these services are theirs too.
  private void with(RoutingContext context, Set<ServiceId> services, Then then) {
    led(context, services, () -> near(context, then));
  }

  private static void led(RoutingContext context, Set<ServiceId> services, Runnable then) {
    if (SessionGate.of(context).services().containsAll(services)) {
      then.run();
    } else {
      Problem.of(403, "Some of these services are not yours; ask who leads all of them.")
          .answer(context);
    }
  }

  private void near(RoutingContext context, Then then) {
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
  private void change(
      RoutingContext context,
      StaffMember who,
      Act.Deed deed,
      Supplier<Future<StaffStore.Change>> change) {
    Act act = new Act(SessionGate.of(context).staff(), deed, who.id().bytes());
    Answers.after(
        context,
        parts
            .staff()
            .journal()
            .write(act, now())
            .compose(written -> change.get())
            .compose(
                came ->
                    came == StaffStore.Change.DONE
                        ? cut(who.id(), deed).map(came)
                        : Future.succeededFuture(came)),
        came -> {
          switch (came) {
            case DONE -> Answers.empty(context);
            case NOTHING ->
                Problem.of(
                        409, "No service would be left, or over 64, or the person is gone already.")
                    .answer(context);
            case MIXED -> Problem.of(409, InviteRoutes.MIXED).answer(context);
            case LAST_COORDINATOR ->
                Problem.of(409, "A service would have no coordinator; make another one first.")
                    .answer(context);
          }
        });
  }

  private Future<Void> cut(StaffId who, Act.Deed deed) {
    Duration longer = deed == Act.Deed.STAFF_OFF ? UNDER_WAY : CLOCKS;
    return parts.signIn().sessions().cut(who, now().plus(longer));
  }

  private Instant now() {
    return parts.clock().instant();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now(), SystemTime.OSLO);
  }
}
