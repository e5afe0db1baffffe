package havn.http;

import havn.kernel.id.FileId;
import havn.letters.ChatFiles;
import havn.letters.ChatFiles.Outcome;
import havn.letters.FileShape;
import havn.letters.LetterRoom;
import havn.letters.SealedFiles;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Sealed files, in and out, the same on both ports. They go past the contract's own reader of
/// bodies, since only here a body may be larger than 256 KiB. Shared by all event loops.
public final class FileRoutes {

  /// Each may hold the largest file in memory.
  private static final int AT_ONCE = 6;

  private static final int UPLOADS_PER_SECOND = 5;
  private static final int UPLOADS_AT_ONCE = 20;
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final String TYPE = "application/octet-stream";

  private final SealedFiles files;
  private final ChatFiles chatFiles;
  private final Throttle throttle;
  private final Semaphore uploads = new Semaphore(AT_ONCE);
  private final Semaphore downloads = new Semaphore(AT_ONCE);

  public FileRoutes(LetterRoom room, InstantSource clock) {
    this.files = room.files();
    this.chatFiles = room.chatFiles();
    this.throttle = new Throttle(UPLOADS_PER_SECOND, UPLOADS_AT_ONCE, clock);
  }

  /// Adds `POST path` behind `senders` and `GET path/{file}` behind `readers`, which may take their
  /// time.
  public void addTo(
      Router router,
      String path,
      List<Handler<RoutingContext>> senders,
      List<Handler<RoutingContext>> readers) {
    add(
        router,
        path,
        senders,
        readers,
        (context, content) -> keep(context, files.keep(content)),
        files::find);
  }

  /// The same for a running chat; the last of `senders` is a [ChatGate].
  public void addChatsTo(
      Router router,
      String path,
      List<Handler<RoutingContext>> senders,
      List<Handler<RoutingContext>> readers) {
    add(router, path, senders, readers, this::keepForChat, chatFiles::find);
  }

  private void add(
      Router router,
      String path,
      List<Handler<RoutingContext>> senders,
      List<Handler<RoutingContext>> readers,
      BiConsumer<RoutingContext, byte[]> keeper,
      Function<FileId, Future<Optional<byte[]>>> finder) {
    // Whoever is not let in takes nobody's turn.
    var post = router.post(path).handler(this::shape).handler(FileRoutes::hold);
    senders.forEach(post::handler);
    post.handler(throttle).handler(context -> slot(context, uploads));
    post.handler(context -> read(context, keeper));
    var get = router.get(path + "/:file");
    readers.forEach(get::handler);
    get.handler(context -> slot(context, downloads)).handler(context -> find(context, finder));
  }

  /// Closes the connection of whoever is too slow.
  static long deadline(RoutingContext context) {
    HttpServerRequest request = context.request();
    return context.vertx().setTimer(LONGEST.toMillis(), late -> request.connection().close());
  }

  private void shape(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!TYPE.equals(request.getHeader("content-type"))) {
      context.response().putHeader("connection", "close");
      Problem.of(415, "This kind of content is not understood.").answer(context);
    } else if (announced(request) > FileShape.MOST_BYTES) {
      context.response().putHeader("connection", "close");
      Problem.of(413, "The request is too large.").answer(context);
    } else {
      context.next();
    }
  }

  /// Bytes the sender has announced; 0 when it announced none.
  private static long announced(HttpServerRequest request) {
    String length = request.getHeader("content-length");
    return length == null || !length.matches("[0-9]{1,18}") ? 0 : Long.parseLong(length);
  }

  private static void slot(RoutingContext context, Semaphore slots) {
    if (!slots.tryAcquire()) {
      Problem.of(429, "Too many files are under way; try again in a moment.").answer(context);
      return;
    }
    context.addEndHandler(end -> slots.release());
    context.next();
  }

  private static void hold(RoutingContext context) {
    context.put(Upload.class.getName(), new Upload(context));
    context.next();
  }

  private static void read(RoutingContext context, BiConsumer<RoutingContext, byte[]> keeper) {
    Upload upload = Objects.requireNonNull(context.<Upload>get(Upload.class.getName()));
    upload.read(
        body -> {
          if (FileShape.fits(body.length())) {
            keeper.accept(context, body.getBytes());
          } else {
            Problem.of(422, "The length is none that a sealed file has.").answer(context);
          }
        });
  }

  private static void keep(RoutingContext context, Future<Optional<FileId>> keeping) {
    Answers.after(
        context,
        keeping,
        kept -> kept.ifPresentOrElse(id -> kept(context, id), () -> crowded(context)));
  }

  private void keepForChat(RoutingContext context, byte[] content) {
    Answers.after(
        context,
        chatFiles.keep(ChatGate.of(context), content),
        outcome -> {
          switch (outcome) {
            case Outcome.Kept kept -> kept(context, kept.id());
            case Outcome.Over over -> ChatGate.nothing(context);
            case Outcome.Full full ->
                Problem.of(409, "A chat has at most 20 files, and 40 MiB of them.").answer(context);
            case Outcome.Crowded crowded -> crowded(context);
          }
        });
  }

  private static void kept(RoutingContext context, FileId id) {
    Answers.json(context, 201, new JsonObject().put("id", id.base64url()));
  }

  private static void crowded(RoutingContext context) {
    Problem.of(507, "There is no room at the moment; try again later.").answer(context);
  }

  private static void find(
      RoutingContext context, Function<FileId, Future<Optional<byte[]>>> finder) {
    Optional<FileId> id =
        Binary.read(String.valueOf(context.pathParam("file"))).flatMap(FileId::of);
    if (id.isEmpty()) {
      nothing(context);
      return;
    }
    long deadline = deadline(context);
    context.addEndHandler(end -> context.vertx().cancelTimer(deadline));
    Answers.after(
        context,
        finder.apply(id.get()),
        found -> found.ifPresentOrElse(content -> send(context, content), () -> nothing(context)));
  }

  private static void send(RoutingContext context, byte[] content) {
    context
        .response()
        .putHeader("content-type", TYPE)
        .putHeader("content-disposition", "attachment")
        .putHeader("x-content-type-options", "nosniff")
        .putHeader("cache-control", "no-store")
        .end(Buffer.buffer(content));
  }

  private static void nothing(RoutingContext context) {
    Problem.of(404, "There is no such file.").answer(context);
  }
}
