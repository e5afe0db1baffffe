package havn.boot;

import havn.journal.Checks;
import havn.letters.Expiry;
import havn.reminder.VisitTraces;
import havn.reminder.postgres.ReminderStores;
import havn.telemetry.Meters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes what has ended, at the start and every 10 minutes. Each process does it; one is enough.
final class Reaper implements Serving {

  static final Duration EVERY = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(Reaper.class);

  private final Vertx vertx;
  private final LaterRooms rooms;
  private final Expiry expiry;
  private final VisitTraces traces;
  private final InstantSource clock;
  private final Checks checks;
  private final Map<Expiry.Kind, Meters.Count> counts = new EnumMap<>(Expiry.Kind.class);
  private final long timer;

  private final Meters.Count transcripts;
  private final Meters.Count reloads;
  private final Meters.Count chatFiles;
  private final Meters.Count seats;
  private final Meters.Count tasks;
  private final Meters.Count notes;
  private final Meters.Count rounds;
  private final Meters.Count dangers;

  private Reaper(Platform platform, LaterRooms rooms, Expiry expiry) {
    this.vertx = platform.vertx();
    this.rooms = rooms;
    this.expiry = expiry;
    this.traces = ReminderStores.traces(platform.postgres());
    this.clock = platform.clock();
    this.checks = new Checks(rooms.journal());
    Meters meters = platform.meters();
    for (Expiry.Kind kind : Expiry.Kind.values()) {
      String word = kind.name().toLowerCase(Locale.ROOT);
      counts.put(kind, meters.count("havn.swept", "kind", word));
    }
    this.transcripts = meters.count("havn.swept", "kind", "transcript");
    this.reloads = meters.count("havn.swept", "kind", "reload");
    this.chatFiles = meters.count("havn.swept", "kind", "chat_file");
    this.seats = meters.count("havn.swept", "kind", "seat");
    this.tasks = meters.count("havn.swept", "kind", "task");
    this.notes = meters.count("havn.swept", "kind", "note");
    this.rounds = meters.count("havn.swept", "kind", "round");
    this.dangers = meters.count("havn.swept", "kind", "danger");
    this.timer = vertx.setPeriodic(1, EVERY.toMillis(), tick -> sweep());
  }

  static Reaper start(Platform platform, LaterRooms rooms, Expiry expiry) {
    return new Reaper(platform, rooms, expiry);
  }

  private void sweep() {
    Instant now = clock.instant();
    expiry.sweep(now).onSuccess(swept -> swept.forEach(this::count)).onFailure(Reaper::warn);
    rooms.transcripts().shredder().sweep(now).onSuccess(transcripts::add).onFailure(Reaper::warn);
    rooms.letters().chatFiles().sweep().onSuccess(chatFiles::add).onFailure(Reaper::warn);
    rooms.reloads().sweep(now).onSuccess(reloads::add).onFailure(Reaper::warn);
    rooms.shifts().sweep(now).onSuccess(seats::add).onFailure(Reaper::warn);
    rooms.tasks().sweep(now).onSuccess(tasks::add).onFailure(Reaper::warn);
    rooms.notes().sweep(now).onSuccess(notes::add).onFailure(Reaper::warn);
    rooms.rounds().sweep(now).onSuccess(rounds::add).onFailure(Reaper::warn);
    traces.sweep(now).onSuccess(dangers::add).onFailure(Reaper::warn);
    rooms.journal().forgetPseudonyms(now).onFailure(Reaper::warn);
    checks
        .look(now)
        .onFailure(
            failure -> LOG.atWarn().log("the journal could not be checked; tried again soon"));
  }

  private static void warn(Throwable failure) {
    LOG.atWarn()
        .addKeyValue("kind", failure.getClass().getSimpleName())
        .log("what has ended could not be removed; tried again in 10 minutes");
  }

  private void count(Expiry.Kind kind, int rows) {
    Meters.Count count = counts.get(kind);
    if (count != null) {
      count.add(rows);
    }
  }

  @Override
  public Future<Void> close() {
    vertx.cancelTimer(timer);
    return Future.succeededFuture();
  }
}
