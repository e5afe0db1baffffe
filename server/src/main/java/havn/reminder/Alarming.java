package havn.reminder;

import havn.alarm.Alarm;
import havn.alarm.Watch;
import havn.channel.Permitted;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Looks of what people must be told now, and queues it. What fails to be looked at, as while a
/// store does not answer, keeps nothing else.
public final class Alarming {

  private final ReminderStore store;
  private final Watch watch;
  private final InstantSource clock;

  public Alarming(ReminderStore store, Watch watch, InstantSource clock) {
    this.store = store;
    this.watch = watch;
    this.clock = clock;
  }

  /// Answers how many people learn of something.
  public Future<Integer> round() {
    List<Future<Integer>> all =
        List.of(
            queued(watch.unansweredInChats()),
            queued(watch.untakenInLines()),
            queued(watch.afterShift()),
            queued(watch.overtime()),
            queued(watch.late()),
            queued(watch.overdue()),
            queued(watch.gaps()));
    Future<?> joined = Future.join(all);
    return joined.map(done -> all.stream().mapToInt(Future::result).sum());
  }

  private Future<Integer> queued(Future<List<Alarm>> looked) {
    return looked.compose(
        alarms -> {
          Map<Kind, List<Alarm>> kinds = alarms.stream().collect(Collectors.groupingBy(Kind::of));
          Future<Integer> queued = Future.succeededFuture(0);
          for (Map.Entry<Kind, List<Alarm>> kind : kinds.entrySet()) {
            queued =
                queued.compose(
                    before -> queue(kind.getKey(), kind.getValue()).map(more -> before + more));
          }
          return queued;
        });
  }

  private Future<Integer> queue(Kind kind, List<Alarm> alarms) {
    Instant now = clock.instant();
    return store.queueAlarms(kind, alarms, now, kind.anyHour() ? now : Permitted.next(now));
  }
}
