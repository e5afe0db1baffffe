package havn.deskhttp;

import havn.http.Answers;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.journal.Act;
import havn.kernel.id.ServiceId;
import havn.login.Session;
import havn.service.Draft;
import havn.service.Editions;
import havn.staff.Right;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What coordinators write about their own services, and about new ones.
record EditionRoutes(DeskParts parts, SessionGate gate) {

  void addTo(Contract.Routes routes) {
    routes.on("services", gate.anybody(), gate.may(Right.WRITE_SERVICES), this::list);
    routes.on("service", gate.anybody(), gate.may(Right.WRITE_SERVICES), this::look);
    on(routes, "saveDraft", this::save);
    on(routes, "discardDraft", this::discard);
    on(routes, "publishService", this::publish);
    on(routes, "undoService", this::undo);
  }

  private void on(Contract.Routes routes, String operation, Handler<RoutingContext> handler) {
    routes.on(
        operation, gate.anybody(), gate.may(Right.WRITE_SERVICES), gate.listedIfAny(), handler);
  }

  private void list(RoutingContext context) {
    Session session = SessionGate.of(context);
    Answers.after(
        context,
        parts.written().editions().all(session.services(), session.staff()),
        desks ->
            Answers.json(
                context,
                200,
                new JsonObject()
                    .put(
                        "services",
                        new JsonArray(desks.stream().map(EditionText::listed).toList()))));
  }

  private void look(RoutingContext context) {
    Optional<ServiceId> service =
        Optional.ofNullable(context.pathParam("service")).flatMap(ServiceId::parse);
    if (service.isEmpty()) {
      nothing(context);
      return;
    }
    mine(context, service.get(), desk -> Answers.json(context, 200, EditionText.printed(desk)));
  }

  private void save(RoutingContext context) {
    JsonObject body = Contract.body(context);
    String document = body.getJsonObject("document").encode();
    ServiceId service = service(body);
    if (!service.slug().equals(body.getJsonObject("document").getValue("id"))
        || document.getBytes(StandardCharsets.UTF_8).length > Draft.MOST_BYTES) {
      Problem.of(422, "A draft names its service in \"id\" and has at most 64 KiB.")
          .answer(context);
      return;
    }
    Draft draft =
        new Draft(
            service,
            document,
            body.getLong("base"),
            body.getLong("revision"),
            SessionGate.of(context).staff(),
            parts.clock().instant());
    mine(
        context,
        service,
        desk ->
            Answers.after(
                context,
                parts.written().editions().save(draft),
                saving -> {
                  switch (saving) {
                    case Editions.Saved saved ->
                        Answers.json(context, 200, EditionText.came("revision", saved.revision()));
                    case Editions.Refused refused ->
                        Answers.json(
                            context, 200, EditionText.faults("revision", refused.faults()));
                    case Editions.Overtaken overtaken -> overtaken(context);
                  }
                }));
  }

  private void discard(RoutingContext context) {
    JsonObject body = Contract.body(context);
    mine(
        context,
        service(body),
        desk ->
            Answers.after(
                context,
                parts.written().editions().discard(desk.service(), body.getLong("revision")),
                gone -> {
                  if (gone) {
                    Answers.empty(context);
                  } else {
                    overtaken(context);
                  }
                }));
  }

  private void publish(RoutingContext context) {
    JsonObject body = Contract.body(context);
    Session session = SessionGate.of(context);
    mine(
        context,
        service(body),
        desk ->
            answer(
                context,
                journalled(
                        session,
                        Act.Deed.SERVICE_PUBLISH,
                        desk.service(),
                        () ->
                            parts
                                .written()
                                .editions()
                                .publish(
                                    desk.service(),
                                    body.getLong("revision"),
                                    session.staff(),
                                    parts.clock().instant()))
                    .compose(came -> join(context, desk, came))));
  }

  private void undo(RoutingContext context) {
    JsonObject body = Contract.body(context);
    Session session = SessionGate.of(context);
    mine(
        context,
        service(body),
        desk ->
            answer(
                context,
                journalled(
                    session,
                    Act.Deed.SERVICE_UNDO,
                    desk.service(),
                    () ->
                        parts
                            .written()
                            .editions()
                            .undo(
                                desk.service(),
                                body.getLong("base"),
                                session.staff(),
                                parts.clock().instant()))));
  }

  private void answer(RoutingContext context, Future<Editions.Publishing> publishing) {
    Answers.after(
        context,
        publishing.compose(came -> parts.site().services().refresh().map(came)),
        came -> {
          switch (came) {
            case Editions.Published published ->
                Answers.json(context, 200, EditionText.came("edition", published.number()));
            case Editions.Refused refused ->
                Answers.json(context, 200, EditionText.faults("edition", refused.faults()));
            case Editions.Overtaken overtaken -> overtaken(context);
          }
        });
  }

  /// Whoever published a new service has it in this session too.
  private Future<Editions.Publishing> join(
      RoutingContext context, Editions.Desk desk, Editions.Publishing came) {
    boolean made = came instanceof Editions.Published && desk.newest() == 0;
    return (made ? gate.add(context, desk.service()) : Future.<Void>succeededFuture()).map(came);
  }

  /// Goes on if the service is one of this person's, or a new one that nobody else writes.
  private void mine(RoutingContext context, ServiceId service, Consumer<Editions.Desk> then) {
    Session session = SessionGate.of(context);
    Answers.after(
        context,
        parts.written().editions().find(service),
        desk -> {
          boolean free =
              desk.newest() == 0
                  && desk.draft().filter(d -> !d.by().equals(session.staff())).isEmpty();
          if (free || session.services().contains(service)) {
            then.accept(desk);
          } else {
            nothing(context);
          }
        });
  }

  private <T> Future<T> journalled(
      Session session, Act.Deed deed, ServiceId service, Supplier<Future<T>> doing) {
    Act act = new Act(session.staff(), deed, service.slug().getBytes(StandardCharsets.US_ASCII));
    return parts
        .staff()
        .journal()
        .write(act, parts.clock().instant())
        .compose(written -> doing.get());
  }

  private static ServiceId service(JsonObject body) {
    return new ServiceId(body.getString("service"));
  }

  private static void nothing(RoutingContext context) {
    Problem.of(404, "This is no service of yours; its id may be taken by others.").answer(context);
  }

  private static void overtaken(RoutingContext context) {
    new Problem(
            409,
            0,
            "Somebody else saved or published in the meantime.",
            "Read the service again, look at the difference, and do it once more.")
        .answer(context);
  }
}
