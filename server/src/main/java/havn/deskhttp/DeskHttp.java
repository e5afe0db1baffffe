package havn.deskhttp;

import havn.http.Answers;
import havn.http.ChatGate;
import havn.http.Contract;
import havn.http.FileRoutes;
import havn.http.OriginGate;
import havn.http.SessionGate;
import havn.http.Throttle;
import havn.http.WebFiles;
import havn.kernel.id.DeviceId;
import havn.staff.Right;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/// Everything the desk port answers over HTTP. Loaded once; [#router()] is called on each event
/// loop.
public final class DeskHttp {

  /// For each way to sign in. A wrong try costs one look into a store: whoever tries links of their
  /// own shall not keep others from using a right one.
  private static final int SIGN_INS_PER_SECOND = 200;

  private static final int SIGN_INS_AT_ONCE = 1_000;

  /// Programs look every hour; a look reads one person's shifts.
  private static final int FEEDS_PER_SECOND = 20;

  private static final int FEEDS_AT_ONCE = 100;

  private final Vertx vertx;
  private final Contract contract;
  private final DeskParts parts;
  private final WebFiles files;
  private final Throttle feeds;
  private final Throttle looks;
  private final SignInRoutes.Throttles throttles;
  private final FileRoutes sealed;

  private DeskHttp(Vertx vertx, Contract contract, DeskParts parts) {
    this.vertx = vertx;
    this.contract = contract;
    this.parts = parts;
    this.files = new WebFiles(vertx);
    this.feeds = new Throttle(FEEDS_PER_SECOND, FEEDS_AT_ONCE, parts.clock());
    this.looks =
        new Throttle(JournalRoutes.LOOKS_PER_SECOND, JournalRoutes.LOOKS_AT_ONCE, parts.clock());
    this.throttles = new SignInRoutes.Throttles(throttle(), throttle());
    this.sealed = new FileRoutes(parts.letters(), parts.clock());
  }

  public static Future<DeskHttp> load(Vertx vertx, DeskParts parts) {
    return Contract.load(vertx, "desk").map(contract -> new DeskHttp(vertx, contract, parts));
  }

  private Throttle throttle() {
    return new Throttle(SIGN_INS_PER_SECOND, SIGN_INS_AT_ONCE, parts.clock());
  }

  /// A handler of requests, for the event loop that asks.
  public Router router() {
    ConsolePages pages = new ConsolePages(files, parts.site(), parts.clock());
    Router router = Router.router(vertx);
    router.route().handler(pages::headers);
    router.route().handler(new OriginGate(parts.site().origins()));
    pages.addTo(router);
    new FieldPages(files, parts.clock()).addTo(router);
    new ShiftFeed(parts.duty().shifts(), feeds, parts.clock()).addTo(router);
    SessionGate gate = parts.gate();
    List<Handler<RoutingContext>> readers =
        List.of(gate.anybody(), gate.may(Right.READ_LETTERS), gate.listed());
    sealed.addTo(router, "/api/files", readers, readers);
    Handler<RoutingContext> talkers = gate.may(Right.STATE_SHIFT_KEY);
    sealed.addChatsTo(
        router,
        "/api/chats/files",
        List.of(gate.anybody(), talkers, gate.listed(), inChat()),
        List.of(gate.anybody(), talkers, gate.listed()));
    router.route("/*").subRouter(contracted());
    Answers.refuseWithProblems(router, contract);
    return router;
  }

  /// Lets in whose device, named by the header `Havn-Device`, is in the chat.
  private ChatGate inChat() {
    return new ChatGate(
        (context, chat) ->
            ChatGate.header(context, "havn-device")
                .flatMap(DeviceId::of)
                .map(
                    device ->
                        parts
                            .letters()
                            .chatFiles()
                            .ofStaff(chat, device, SessionGate.of(context).staff()))
                .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Router contracted() {
    Contract.Routes routes = contract.routes();
    SessionGate gate = parts.gate();
    new SignInRoutes(parts.signIn(), throttles).addTo(routes);
    new PersonRoutes(parts, gate).addTo(routes);
    new DeviceRoutes(parts, gate).addTo(routes);
    new SpareRoutes(parts.staff().spares(), gate).addTo(routes);
    new TrustRoutes(parts.staff(), gate).addTo(routes);
    new InviteRoutes(parts, gate).addTo(routes);
    new StaffRoutes(parts, gate).addTo(routes);
    new ServiceDeskRoutes(parts, gate).addTo(routes);
    new PreviewRoutes(parts, gate).addTo(routes);
    new EditionRoutes(parts, gate).addTo(routes);
    new FigureRoutes(parts, gate).addTo(routes);
    new JournalRoutes(parts, gate, looks).addTo(routes);
    new FieldRoutes(parts, gate).addTo(routes);
    new ShiftRoutes(parts, gate).addTo(routes);
    new TaskRoutes(parts, gate).addTo(routes);
    new NoteRoutes(parts, gate).addTo(routes);
    new LetterRoutes(parts.letters(), gate).addTo(routes);
    new ArchiveRoutes(parts.transcripts().transcripts(), gate).addTo(routes);
    return routes.router();
  }
}
