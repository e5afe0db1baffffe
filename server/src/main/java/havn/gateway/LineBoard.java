package havn.gateway;

import com.google.protobuf.ByteString;
import havn.danger.DangerCall;
import havn.duty.DutyRecord;
import havn.duty.StaffedTruth;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.line.WaitEstimate;
import havn.line.Waiter;
import havn.matching.Interpreters;
import havn.matching.Offers;
import havn.service.Service;
import havn.wire.ToDesk;
import havn.wire.v1.LineItem;
import havn.wire.v1.WaitBand;
import io.vertx.core.Future;
import io.vertx.core.internal.ContextInternal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// One service's line, shown to its consoles and to those who wait in it: at most four times a
/// second, and at least every ten seconds, or at every heartbeat, while somebody watches. With it
/// go the calls for help in chats of the service. What cannot be looked up keeps nothing else from
/// being shown; after 30 seconds of it, consoles are told that it is not known.
///
/// Also offers those who wait to those who can take them. Also takes out of the line who has not
/// been connected for two minutes, once this process has seen the line that long without a gap:
/// after an outage of the store, or a halt of this process, everybody gets the time to come back.
final class LineBoard {

  private static final long FASTEST_MILLIS = 250;

  /// After a start or a gap, nobody is given up for as long as a place is kept.
  private static final Duration GRACE = Duration.ofMinutes(2);

  /// Looks further apart leave a gap: heartbeats may have been lost between them.
  private static final Duration GAP = Duration.ofSeconds(30);

  private final ServiceId service;
  private final House house;
  private final ContextInternal context;
  private final CopyOnWriteArrayList<LineView.Watcher> watchers = new CopyOnWriteArrayList<>();
  private final Runnable tell;
  private final long slowestMillis;
  private final Sight line;
  private final Sight danger;
  private OptionalLong timer = OptionalLong.empty();
  private Instant looked;
  private Instant unbroken;
  private boolean due;

  /// @param slowest how long it stays as it is while somebody watches
  /// @param tell says in every process that the line changed
  LineBoard(
      ServiceId service, House house, ContextInternal context, Duration slowest, Runnable tell) {
    this.service = service;
    this.house = house;
    this.context = context;
    this.tell = tell;
    Instant opened = house.time().instant();
    this.slowestMillis = slowest.toMillis();
    this.line = new Sight(opened);
    this.danger = new Sight(opened);
    this.looked = opened;
    this.unbroken = opened;
    context.owner().setPeriodic(slowestMillis, tick -> context.execute(this::refreshSoon));
  }

  void watch(LineView.Watcher watcher) {
    watchers.add(watcher);
    changed();
  }

  void unwatch(LineView.Watcher watcher) {
    watchers.remove(watcher);
  }

  void changed() {
    context.execute(this::refreshSoon);
  }

  private void refreshSoon() {
    if (!due && !watchers.isEmpty()) {
      due = true;
      context.owner().setTimer(FASTEST_MILLIS, timer -> context.execute(this::refresh));
    }
  }

  private void refresh() {
    due = false;
    Future<LineView.Shown> waiting =
        offered().compose(seen -> pickUps().map(pickUps -> shown(seen, pickUps)));
    Future<List<DangerCall.Seen>> calls = house.danger().look(service);
    Future.join(waiting, calls).onComplete(looked -> show(waiting, calls));
  }

  private void show(Future<LineView.Shown> waiting, Future<List<DangerCall.Seen>> calls) {
    Instant now = house.time().instant();
    LineView view = new LineView(service, line.look(waiting, now), danger.look(calls, now));
    watchers.forEach(watcher -> watcher.line(view));
  }

  private void looked(boolean seen) {
    Instant now = house.time().instant();
    if (!seen || now.isAfter(looked.plus(GAP))) {
      unbroken = now;
    }
    looked = now;
  }

  /// None when they cannot be read: then nobody knows how long it takes.
  private Future<List<Duration>> pickUps() {
    Instant now = house.time().instant();
    Optional<Instant> opened =
        house.services().find(service).flatMap(known -> known.opening().openedAt(now));
    return house.lines().pickUps(service, WaitEstimate.since(opened, now)).otherwise(List.of());
  }

  /// The line with everybody in it offered to whoever can take them; it is not shown before.
  private Future<Seen> offered() {
    return house
        .lines()
        .waiting(service)
        .onComplete(look -> looked(look.succeeded()))
        .compose(
            waiting ->
                house
                    .offering()
                    .renew(service, waiting)
                    .compose(
                        renewed -> {
                          if (renewed.changed()) {
                            tell.run();
                          }
                          Future<List<Waiter>> now =
                              renewed.changed()
                                  ? house.lines().waiting(service)
                                  : Future.succeededFuture(waiting);
                          return now.map(line -> new Seen(line, renewed.duty()));
                        }));
  }

  private record Seen(List<Waiter> waiting, List<DutyRecord> duty) {}

  private LineView.Shown shown(Seen seen, List<Duration> pickUps) {
    Instant now = house.time().instant();
    List<Waiter> waiting = seen.waiting();
    if (!now.isBefore(unbroken.plus(GRACE))) {
      waiting.stream().filter(waiter -> waiter.gone(now)).forEach(this::giveUp);
    }
    List<Waiter> here =
        Interpreters.heeded(
            waiting.stream().filter(waiter -> !waiter.gone(now)).toList(), seen.duty(), now);
    WaitBand band =
        StaffedTruth.kept(seen.duty(), now) ? WaitEstimate.of(pickUps) : WaitBand.WAIT_UNKNOWN;
    List<String> languages =
        house.services().find(service).map(Service::languages).orElse(List.of());
    WaitingPlaces places = WaitingPlaces.of(seen.duty(), band, languages, now);
    List<LineItem> items = here.stream().map(waiter -> item(waiter, now)).toList();
    awaitLapse(here, now);
    house.danger().inLine(here, seen.duty());
    List<Waiter> endangered = here.stream().filter(waiter -> waiter.inDanger(now)).toList();
    return new LineView.Shown(
        items,
        ToDesk.line(service, items),
        places.of(here),
        called(here, seen.duty(), now),
        endangered);
  }

  /// While somebody in danger waits, all who take chats; otherwise whoever is alone on duty and is
  /// asked to take somebody, or let somebody pass whom nobody else can take.
  private static Set<DeviceId> called(List<Waiter> here, List<DutyRecord> duty, Instant now) {
    if (here.stream().anyMatch(one -> one.inDanger(now))) {
      return duty.stream()
          .filter(DutyRecord::takes)
          .map(DutyRecord::device)
          .collect(Collectors.toUnmodifiableSet());
    }
    return DutyRecord.alone(duty, now)
        .filter(lone -> here.stream().anyMatch(waiter -> isFor(waiter, lone, now)))
        .map(lone -> Set.of(lone.device()))
        .orElse(Set.of());
  }

  private static boolean isFor(Waiter waiter, DutyRecord lone, Instant now) {
    return waiter.offer().standing(now).filter(lone.device()::equals).isPresent()
        || (lone.ready(now) && Offers.missed(waiter, lone, now));
  }

  /// Looks again when the first of the offers lapses, or holds those behind no longer.
  private void awaitLapse(List<Waiter> here, Instant now) {
    timer.ifPresent(set -> context.owner().cancelTimer(set));
    OptionalLong millis =
        here.stream()
            .flatMap(waiter -> waiter.offer().changes(now).stream())
            .mapToLong(change -> Duration.between(now, change).toMillis() + 1)
            .min();
    timer =
        millis.isPresent()
            ? OptionalLong.of(context.owner().setTimer(millis.getAsLong(), rings -> changed()))
            : OptionalLong.empty();
  }

  private void giveUp(Waiter waiter) {
    var unused = house.encounters().giveUp(service, waiter.conversation());
  }

  private static LineItem item(Waiter waiter, Instant now) {
    LineItem.Builder item =
        LineItem.newBuilder()
            .setConversation(ByteString.copyFrom(waiter.conversation().bytes()))
            .setLane(waiter.lane())
            .setLanguage(waiter.language())
            .setSince(waiter.since().toEpochMilli())
            .setConnected(waiter.connected(now))
            .setPassed(waiter.offer().passed(now))
            .setBoostValue(waiter.boost().ordinal())
            .addAllWishes(waiter.wants().traits())
            .addAllRelaxed(waiter.wants().relaxed());
    waiter.wish().ifPresent(device -> item.setWish(ByteString.copyFrom(device.bytes())));
    waiter
        .offer()
        .standing(now)
        .ifPresent(
            device ->
                item.setOfferedTo(ByteString.copyFrom(device.bytes()))
                    .setOfferedUntil(waiter.offer().until().toEpochMilli()));
    return item.build();
  }
}
