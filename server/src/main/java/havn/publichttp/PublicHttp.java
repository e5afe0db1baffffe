package havn.publichttp;

import havn.admission.Tickets;
import havn.http.Answers;
import havn.http.ChatGate;
import havn.http.Contract;
import havn.http.FileRoutes;
import havn.http.Throttle;
import havn.http.WebFiles;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/// Everything the public port answers over HTTP. Loaded once; [#router()] is called on each event
/// loop.
public final class PublicHttp {

  private static final int TICKETS_AT_ONCE = 5; // times those of a second
  private static final int ERASURES_PER_SECOND = 50;
  private static final int ERASURES_AT_ONCE = 200;
  private static final int RELOADS_PER_SECOND = 100;
  private static final int RELOADS_AT_ONCE = 400;

  /// A chat calls three times at most; this many others, with forged proofs, take no call from it.
  private static final int CALLS_PER_SECOND = 1_000;

  private static final int CALLS_AT_ONCE = 4_000;
  /// Of codes in texts. Nobody who asks is known, so all share it: many enough that somebody who
  /// asks without end keeps few others out, few enough that a guess at 40 bits takes years.
  private static final int PROOFS_PER_SECOND = 100;

  private static final int PROOFS_AT_ONCE = 400;
  private static final int NONCES_PER_SECOND = 50;
  private static final int NONCES_AT_ONCE = 200;

  private final Vertx vertx;
  private final Contract contract;
  private final PublicParts parts;
  private final WebFiles files;
  private final Throttle throttle;
  private final Throttle nonces;
  private final Throttle erasures;
  private final Throttle reloads;
  private final Throttle calls;
  private final Throttle lookups;
  private final Throttle proofs;
  private final FileRoutes sealed;

  private PublicHttp(Vertx vertx, Contract contract, PublicParts parts) {
    this.vertx = vertx;
    this.contract = contract;
    this.parts = parts;
    this.files = new WebFiles(vertx);
    int tickets = parts.ticketsPerSecond();
    this.throttle = new Throttle(tickets, TICKETS_AT_ONCE * tickets, parts.clock());
    this.nonces = new Throttle(NONCES_PER_SECOND, NONCES_AT_ONCE, parts.clock());
    this.erasures = new Throttle(ERASURES_PER_SECOND, ERASURES_AT_ONCE, parts.clock());
    this.reloads = new Throttle(RELOADS_PER_SECOND, RELOADS_AT_ONCE, parts.clock());
    this.calls = new Throttle(CALLS_PER_SECOND, CALLS_AT_ONCE, parts.clock());
    this.lookups = new Throttle(CALLS_PER_SECOND, CALLS_AT_ONCE, parts.clock());
    this.proofs = new Throttle(PROOFS_PER_SECOND, PROOFS_AT_ONCE, parts.clock());
    this.sealed = new FileRoutes(parts.letters(), parts.clock());
  }

  public static Future<PublicHttp> load(Vertx vertx, PublicParts parts) {
    return Contract.load(vertx, "public").map(contract -> new PublicHttp(vertx, contract, parts));
  }

  /// A handler of requests, for the event loop that asks.
  public Router router() {
    Router router = Router.router(vertx);
    router.route().handler(new OpenToAll());
    new WidgetPages(parts, files).addTo(router);
    sealed.addTo(router, "/api/v1/files", List.of(new TicketGate(parts.tickets())), List.of());
    ChatGate inChat = CapabilityGate.of(parts.letters().chatFiles());
    sealed.addChatsTo(router, "/api/v1/visits/files", List.of(inChat), List.of());
    router.route("/*").subRouter(contracted());
    Answers.refuseWithProblems(router, contract);
    return router;
  }

  private Router contracted() {
    Contract.Routes routes = contract.routes();
    new ServiceRoutes(parts).addTo(routes);
    new TrustRoutes(parts.trust()).addTo(routes);
    new MailboxRoutes(parts.letters(), parts.services(), nonces).addTo(routes);
    new EraseRoutes(parts.erasing(), erasures).addTo(routes);
    new ReloadRoutes(parts.reloading(), reloads).addTo(routes);
    new DangerRoutes(parts.danger(), parts.dangerChanged(), calls, lookups).addTo(routes);
    new ProofRoutes(parts.proofs(), parts.services(), proofs).addTo(routes);
    routes.on("ticket", throttle, this::ticket);
    return routes.router();
  }

  private void ticket(RoutingContext context) {
    Answers.after(
        context,
        parts.tickets().issue(),
        ticket ->
            Answers.json(
                context,
                200,
                new JsonObject()
                    .put("ticket", ticket.reveal())
                    .put("seconds", Tickets.LIFE.toSeconds())));
  }
}
