package havn.deskhttp;

import havn.http.Answers;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.journal.Act;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Secret;
import havn.login.Invites;
import havn.staff.Right;
import havn.staff.Role;
import havn.staff.StaffMember;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// One-time links, for new people and for those who lost their way in.
record InviteRoutes(DeskParts parts, SessionGate gate) {

  static final String MIXED =
      "Nobody works for people who sell sex and for people who buy it; choose one.";

  void addTo(Contract.Routes routes) {
    on(routes, "invite", this::invite);
    on(routes, "inviteAgain", this::again);
  }

  private void on(Contract.Routes routes, String operation, Handler<RoutingContext> handler) {
    routes.on(operation, gate.anybody(), gate.may(Right.MAKE_LINKS), gate.listedIfAny(), handler);
  }

  /// A link for somebody who exists, after that is written into the journal: whoever has it acts in
  /// that person's name.
  private void again(RoutingContext context) {
    StaffId wanted = new StaffId(Contract.body(context).getString("staff"));
    Answers.after(
        context,
        parts.staff().people().find(wanted),
        found -> {
          if (found.isEmpty()) {
            Problem.of(404, "There is nobody with this id.").answer(context);
            return;
          }
          if (!mine(context, found.get())) {
            return;
          }
          link(context, found.get(), Act.Deed.STAFF_LINK, Future.succeededFuture());
        });
  }

  /// Answers a link once the journal has a line about it.
  private void link(RoutingContext context, StaffMember who, Act.Deed deed, Future<?> beforehand) {
    Act act = new Act(SessionGate.of(context).staff(), deed, who.id().bytes());
    Answers.after(
        context,
        beforehand
            .compose(ready -> parts.staff().journal().write(act, parts.clock().instant()))
            .compose(
                written ->
                    parts
                        .signIn()
                        .invites()
                        .issueFrom(SessionGate.of(context).device(), who.id(), Invites.LIFE)),
        made ->
            made.ifPresentOrElse(
                token -> Answers.json(context, 201, printed(who, token)),
                () -> SessionGate.refuseDevice(context)));
  }

  private void invite(RoutingContext context) {
    Optional<StaffMember> member = member(Contract.body(context));
    if (member.isEmpty()) {
      Problem.of(422, "The name is blank, or a service does not exist.").answer(context);
      return;
    }
    StaffMember who = member.get();
    if (!mine(context, who)) {
      return;
    }
    if (parts.site().services().mixes(who.services())) {
      Problem.of(422, "Nobody works for people who sell sex and for people who buy it; choose one.")
          .answer(context);
      return;
    }
    link(context, who, Act.Deed.STAFF_INVITE, parts.staff().people().add(who));
  }

  /// Whether every service of theirs is the coordinator's too; refuses otherwise.
  private static boolean mine(RoutingContext context, StaffMember who) {
    boolean mine = SessionGate.of(context).services().containsAll(who.services());
    if (!mine) {
      Problem.of(403, "Some of these services are not yours; ask who leads all of them.")
          .answer(context);
    }
    return mine;
  }

  private Optional<StaffMember> member(JsonObject body) {
    Set<ServiceId> services = new LinkedHashSet<>();
    JsonArray wanted = body.getJsonArray("services");
    for (Object slug : wanted) {
      ServiceId.parse((String) slug)
          .filter(id -> parts.site().services().find(id).isPresent())
          .ifPresent(services::add);
    }
    String name = body.getString("name").strip();
    if (name.isEmpty() || services.size() != wanted.size()) {
      return Optional.empty();
    }
    return Role.parse(body.getString("role"))
        .map(role -> new StaffMember(StaffId.fresh(), name, role, services));
  }

  private static JsonObject printed(StaffMember who, Secret token) {
    return new JsonObject()
        .put("staff", who.id().hex())
        .put("token", token.reveal())
        .put("path", "/#i=" + token.reveal())
        .put("minutes", Invites.LIFE.toMinutes());
  }
}
