package havn.deskhttp;

import havn.http.Answers;
import havn.http.Contract;
import havn.http.SessionGate;
import havn.http.Throttle;
import havn.journal.Act;
import havn.journal.Checkpoint;
import havn.journal.Cut;
import havn.journal.Journal;
import havn.journal.JournalLine;
import havn.staff.Right;
import havn.staff.StaffMember;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The journal, for those who look at what staff did. Each page and each export is a line of it
/// before anything is handed out; nothing here reads by itself, so that looking adds one line.
///
/// Lines carry no service: everybody who may look sees all of them, with the names of those who
/// work for a service of theirs, and the ids of others.
///
/// @param throttle for all of it
record JournalRoutes(DeskParts parts, SessionGate gate, Throttle throttle) {

  static final int LOOKS_PER_SECOND = 2;
  static final int LOOKS_AT_ONCE = 120;

  private static final byte[] THING = "journal".getBytes(StandardCharsets.UTF_8);

  void addTo(Contract.Routes routes) {
    on(routes, "readJournal", this::read);
    on(routes, "exportJournal", this::export);
  }

  private void on(Contract.Routes routes, String operation, Handler<RoutingContext> handler) {
    routes.on(
        operation,
        gate.anybody(),
        gate.may(Right.READ_JOURNAL),
        gate.listedIfAny(),
        throttle,
        handler);
  }

  private Journal journal() {
    return parts.staff().journal();
  }

  private Future<Void> write(RoutingContext context, Act.Deed deed) {
    return journal().write(new Act(SessionGate.of(context).staff(), deed, THING), now());
  }

  private Instant now() {
    return parts.clock().instant();
  }

  /// @param cut the last line that went from the beginning; 0 when none did
  private record Page(
      List<JournalLine> lines,
      long cut,
      Optional<Checkpoint> checked,
      Map<String, StaffMember> people) {}

  private void read(RoutingContext context) {
    long before = Contract.body(context).getLong("before", Long.MAX_VALUE);
    Answers.after(
        context,
        write(context, Act.Deed.JOURNAL_READ).compose(written -> page(context, before)),
        page -> Answers.json(context, 200, printed(page)));
  }

  private Future<Page> page(RoutingContext context, long before) {
    Future<List<JournalLine>> lines = journal().newest(before);
    Future<Optional<Cut>> cut = journal().cut();
    Future<Optional<Checkpoint>> checked = journal().checkpoint(now());
    Future<List<StaffMember>> people =
        parts.staff().people().of(SessionGate.of(context).services());
    return Future.all(lines, cut, checked, people)
        .map(
            all ->
                new Page(
                    lines.result(),
                    cut.result().map(one -> one.upTo().lines()).orElse(0L),
                    checked.result(),
                    people.result().stream()
                        .collect(Collectors.toMap(who -> who.id().hex(), who -> who))));
  }

  private static JsonObject printed(Page page) {
    JsonArray lines = new JsonArray();
    page.lines().forEach(line -> lines.add(printed(line, page.people())));
    boolean more = !page.lines().isEmpty() && page.lines().getLast().number() > page.cut() + 1;
    return new JsonObject()
        .put("lines", lines)
        .put("more", more)
        .put("cut", page.cut())
        .put("checked", page.checked().map(JournalRoutes::printed).orElse(null));
  }

  private static JsonObject printed(JournalLine line, Map<String, StaffMember> people) {
    return line.read()
        .map(read -> printed(line.number(), read, people))
        .orElseGet(() -> unreadable(line));
  }

  /// A line that no server wrote: which one it is, and when, where it says so.
  private static JsonObject unreadable(JournalLine line) {
    return new JsonObject()
        .put("number", line.number())
        .put("at", line.at().map(Instant::toString).orElse(null))
        .putNull("who")
        .putNull("name")
        .putNull("act")
        .putNull("thing");
  }

  private static JsonObject printed(
      long number, JournalLine.Read read, Map<String, StaffMember> people) {
    StaffMember known = people.get(read.who().hex());
    return new JsonObject()
        .put("number", number)
        .put("at", read.at().toString())
        .put("who", read.who().hex())
        .put("name", known == null ? null : known.shownName())
        .put("act", read.what())
        .put("thing", read.pseudonym());
  }

  private static JsonObject printed(Checkpoint checked) {
    return new JsonObject()
        .put("at", checked.at().toString())
        .put("whole", checked.wholeAt().map(Instant::toString).orElse(null))
        .put("standing", checked.stands().toString())
        .put("flawed", checked.flawed().isPresent() ? checked.flawed().getAsLong() : null);
  }

  /// All lines as `havn journal export` prints them, 1,000 at a time.
  private void export(RoutingContext context) {
    Answers.after(
        context,
        write(context, Act.Deed.JOURNAL_EXPORT).compose(written -> journal().cut()),
        cut -> {
          context
              .response()
              .setChunked(true)
              .putHeader("content-type", "text/plain; charset=utf-8")
              .putHeader("cache-control", "no-store");
          cut.ifPresent(one -> context.response().write(one.upTo().asCut() + "\n"));
          sendFrom(context, 1);
        });
  }

  private void sendFrom(RoutingContext context, long number) {
    journal()
        .read(number)
        .onSuccess(lines -> send(context, lines))
        .onFailure(failure -> context.request().connection().close());
  }

  /// A store that does not answer meanwhile ends the connection, so that no part looks like all.
  private void send(RoutingContext context, List<JournalLine> lines) {
    String text = lines.stream().map(line -> line.printed() + "\n").collect(Collectors.joining());
    if (lines.size() < Journal.MOST_READ) {
      context.response().end(text);
      return;
    }
    context
        .response()
        .write(text)
        .onSuccess(sent -> sendFrom(context, lines.getLast().number() + 1))
        .onFailure(failure -> context.request().connection().close());
  }
}
