package havn.correspondence;

import havn.channel.Address;
import havn.channel.Outgoing;
import havn.channel.Tagged;
import havn.courtesy.Language;
import havn.courtesy.Occasion;
import havn.courtesy.Permission;
import havn.courtesy.TellingWords;
import havn.journal.Act;
import havn.journal.Journal;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.id.TextId;
import havn.kernel.id.ThreadId;
import havn.kernel.text.Quoted;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Takes texts that people, or the service itself, want to send. Whether the person may is asked
/// before; everything else here, and what can change meanwhile again when it goes out.
public final class Releasing {

  static final Duration BEGUN_LIFE = Duration.ofDays(3);
  static final Duration ANSWER_LIFE = Duration.ofDays(1);
  static final Duration AUTOMATIC_LIFE = Duration.ofMinutes(30);
  static final Duration CONFIRMATION_LIFE = Duration.ofMinutes(5);

  private final CorrespondenceStore store;
  private final TeamSeal seal;
  private final MemoryKey memory;
  private final Journal journal;
  private final InstantSource clock;

  public Releasing(
      CorrespondenceStore store,
      TeamSeal seal,
      MemoryKey memory,
      Journal journal,
      InstantSource clock) {
    this.store = store;
    this.seal = seal;
    this.memory = memory;
    this.journal = journal;
    this.clock = clock;
  }

  /// What came of it.
  public sealed interface Outcome {}

  /// It goes out then at the earliest.
  public record Queued(Instant at) implements Outcome {}

  public record Refused(Why why) implements Outcome {}

  /// It has words that would tell whoever looks at the phone.
  public record Telling(List<String> words) implements Outcome {

    public Telling {
      words = List.copyOf(words);
    }
  }

  /// No device of the service has a key, so that nobody could read what was sent.
  public record NobodyToSealTo() implements Outcome {}

  /// Why a text does not go out.
  public sealed interface Why {}

  /// They said stop.
  public record Stopped() implements Why {}

  /// Its card was deleted, or its campaign is not to be sent any more.
  public record Gone() implements Why {}

  /// Its text has a code that is no draft's any more: somebody drafted the card anew meanwhile, or
  /// the draft is a day old. Nobody could find out whose text it is.
  public record OldCode() implements Why {}

  /// The rules forbid it.
  public record Forbidden(Permission.Why rule) implements Why {}

  /// What we begin.
  ///
  /// @param occasion FIRST or REMINDER
  public record Beginning(
      TextId id,
      ServiceId service,
      Tagged tags,
      Address to,
      Occasion occasion,
      Language language,
      String text,
      Optional<Errand> errand) {

    @Override
    public String toString() {
      return "Beginning[" + id + "]";
    }
  }

  /// Begins contact. A text that is queued under its id already changes nothing.
  public Future<Outcome> begin(StaffId who, Beginning beginning) {
    List<String> telling = TellingWords.found(beginning.language(), beginning.text(), List.of());
    if (!telling.isEmpty()) {
      return Future.succeededFuture(new Telling(telling));
    }
    Instant now = clock.instant();
    return store
        .thread(
            beginning.service(), beginning.tags(), Optional.of(beginning.language().code()), now)
        .compose(
            thread ->
                queue(
                    new Text(
                        beginning.id(),
                        beginning.service(),
                        thread.id(),
                        beginning.tags(),
                        beginning.to(),
                        beginning.occasion(),
                        Optional.of(who),
                        beginning.text(),
                        0),
                    beginning.errand()));
  }

  /// When a text that this person released goes out, or went; empty when it was never queued. Asked
  /// before anything else, so that a refusal says that nothing of that id is on its way.
  public Future<Optional<Queued>> queued(StaffId who, TextId id) {
    return store.queued(id, who).map(at -> at.map(Queued::new));
  }

  /// Something to send, in a thread.
  ///
  /// @param by empty when it goes by itself
  /// @param seen of an answer: how many texts of theirs whoever wrote it had read; 0 of others
  public record Text(
      TextId id,
      ServiceId service,
      ThreadId thread,
      Tagged tags,
      Address to,
      Occasion occasion,
      Optional<StaffId> by,
      String text,
      int seen) {

    public Text {
      if (text.isBlank() || text.length() > Outgoing.LONGEST) {
        throw new IllegalArgumentException("a text has 1–480 characters");
      }
    }

    @Override
    public String toString() {
      return "Text[" + id + ", " + text.length() + " chars]";
    }
  }

  /// Seals it to the service's devices and queues it.
  public Future<Outcome> queue(Text text) {
    return queue(text, Optional.empty());
  }

  /// A text that is queued with what it answers; empty when no device of the service has a key.
  Future<Optional<CorrespondenceStore.Reply>> reply(Text text) {
    Instant now = clock.instant();
    return sealed(text)
        .map(
            file ->
                file.map(
                    its ->
                        new CorrespondenceStore.Reply(
                            outward(text, its, Optional.empty()), rule(text.occasion()), now)));
  }

  private CorrespondenceStore.Rule rule(Occasion occasion) {
    return (number, person) -> decide(occasion, number, person, clock.instant());
  }

  private Future<Optional<byte[]>> sealed(Text text) {
    String said =
        "{\"to\":" + Quoted.of(text.to().written()) + ",\"text\":" + Quoted.of(text.text()) + "}";
    return seal.seal(text.service(), place(text.service(), text.thread()), said);
  }

  private Future<Outcome> queue(Text text, Optional<Errand> errand) {
    return sealed(text)
        .compose(
            file ->
                file.isEmpty()
                    ? Future.succeededFuture(new NobodyToSealTo())
                    : queued(outward(text, file.get(), errand)).map(Releasing::outcome));
  }

  /// What somebody releases stands in the journal before it is queued; what is refused, or was
  /// queued before, does not.
  private Future<CorrespondenceStore.Queued> queued(CorrespondenceStore.Outward text) {
    CorrespondenceStore.Rule rule = rule(text.occasion());
    return text.by().isEmpty()
        ? store.queue(text, rule, clock.instant())
        : store
            .would(text, rule, clock.instant())
            .compose(
                would ->
                    switch (would) {
                      case CorrespondenceStore.At at ->
                          noted(text, text.by().get())
                              .compose(noted -> store.queue(text, rule, clock.instant()));
                      case CorrespondenceStore.Known known -> Future.succeededFuture(known);
                      case CorrespondenceStore.Not not -> Future.succeededFuture(not);
                    });
  }

  private Future<Void> noted(CorrespondenceStore.Outward text, StaffId who) {
    return journal.write(new Act(who, Act.Deed.TEXT_RELEASE, text.id().bytes()), clock.instant());
  }

  /// What a message is sealed for.
  static String place(ServiceId service, ThreadId thread) {
    return "message " + service.slug() + " " + thread.hex();
  }

  private CorrespondenceStore.Outward outward(Text text, byte[] file, Optional<Errand> errand) {
    return new CorrespondenceStore.Outward(
        text.id(),
        text.service(),
        text.thread(),
        text.tags(),
        text.occasion(),
        text.by(),
        file,
        memory.id(),
        memory.seal(text.id(), new MemoryKey.Words(text.to(), text.text())),
        text.seen(),
        errand);
  }

  private static Outcome outcome(CorrespondenceStore.Queued queued) {
    return switch (queued) {
      case CorrespondenceStore.At at -> new Queued(at.next());
      case CorrespondenceStore.Known known -> new Queued(known.next());
      case CorrespondenceStore.Not not -> new Refused(not.why());
    };
  }

  /// Pure.
  static CorrespondenceStore.Decision decide(
      Occasion occasion, Standing number, Standing person, Instant now) {
    Permission permission = Standing.permission(number, person, occasion, now);
    Instant from = permission.from(now);
    if (person.stopped().isPresent() && !despiteStop(occasion, number, from)) {
      return new CorrespondenceStore.No(new Stopped());
    }
    Instant until = (waits(occasion) ? from : now).plus(life(occasion));
    return switch (permission) {
      case Permission.Now at -> new CorrespondenceStore.From(from, until);
      case Permission.At later ->
          from.isBefore(until)
              ? new CorrespondenceStore.From(from, until)
              : new CorrespondenceStore.No(new Forbidden(Permission.Why.NO_HOUR));
      case Permission.Never never -> new CorrespondenceStore.No(new Forbidden(never.why()));
    };
  }

  /// Whether it waits for its hour, up to 14 days, and is tried from then on; what goes by itself
  /// would be stale.
  private static boolean waits(Occasion occasion) {
    return switch (occasion) {
      case FIRST, REMINDER, ANSWER -> true;
      case AUTOMATIC, OPT_OUT, UNDO -> false;
    };
  }

  private static boolean despiteStop(Occasion occasion, Standing known, Instant at) {
    return switch (occasion) {
      case OPT_OUT, UNDO -> true;
      case FIRST, REMINDER -> false;
      case ANSWER, AUTOMATIC -> known.mayAnswer(at);
    };
  }

  /// How long it is tried.
  private static Duration life(Occasion occasion) {
    return switch (occasion) {
      case FIRST, REMINDER -> BEGUN_LIFE;
      case ANSWER -> ANSWER_LIFE;
      case AUTOMATIC -> AUTOMATIC_LIFE;
      case OPT_OUT, UNDO -> CONFIRMATION_LIFE;
    };
  }
}
