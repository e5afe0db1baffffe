package havn.year;

import static havn.Eventually.get;

import com.google.protobuf.ByteString;
import havn.conversation.Invitation;
import havn.duty.Elsewhere;
import havn.duty.ServiceState;
import havn.duty.Shift;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.time.SystemTime;
import havn.line.Waiter;
import havn.matching.Entering;
import havn.matching.Taking;
import havn.redis.Redis;
import havn.redis.RedisSettings;
import havn.service.AfterHours;
import havn.visit.Arrival;
import havn.wire.Card;
import havn.wire.VisitorFrame;
import havn.wire.v1.EndReason;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A seeded season: people ring with the shape of a real year, workers come for their shifts, take,
/// hand over, fall silent and go home. What happens is made up; every decision is the product's.
final class Season implements AutoCloseable {

  private static final int SURGE = 30;
  private static final int DAYS_OF_A_SURGE = 30;

  /// One in so many takes kills the process that it goes through, after one to seven commands.
  private static final int A_DEATH = 25;

  private final SplittableRandom random;
  private final Redis[] redis;
  private final Serving[] processes;
  private final Audit audit;
  private final Dying dying;
  private final LocalDate first;
  private final Diary diary;
  private final Map<Plan, Tally> tallies = new LinkedHashMap<>();
  private final Map<Plan, List<Worker>> staff = new HashMap<>();

  /// Who waits, and since when.
  private final Map<Plan, Map<ConversationId, Instant>> waiting = new HashMap<>();

  /// Offers that somebody answers, and changes that are awaited.
  private final Set<String> answering = new HashSet<>();

  private final Map<ConversationId, VisitorFrame.Again> capabilities = new HashMap<>();

  Season(long seed, Vertx vertx, RedisSettings settings, LocalDate first) {
    this.random = new SplittableRandom(seed);
    this.redis = new Redis[] {get(Redis.open(vertx, settings)), get(Redis.open(vertx, settings))};
    this.first = first;
    this.diary = new Diary(first.atStartOfDay(SystemTime.OSLO).toInstant());
    this.processes = new Serving[] {new Serving(redis[0], diary), new Serving(redis[1], diary)};
    this.audit = new Audit(processes[0], processes[1]);
    this.dying = new Dying(vertx, settings, diary);
    for (Plan plan : Plan.ALL) {
      tallies.put(plan, new Tally());
      staff.put(
          plan, Stream.generate(Worker::new).limit((long) plan.seats() * plan.crews()).toList());
      waiting.put(plan, new LinkedHashMap<>());
    }
  }

  Tally tally(Plan plan) {
    return tallies.getOrDefault(plan, new Tally());
  }

  void play(int days) {
    for (int day = 0; day < days; day++) {
      LocalDate date = first.plusDays(day);
      for (Plan plan : Plan.ALL) {
        shifts(plan, date);
        arrivals(plan, date, day % DAYS_OF_A_SURGE == DAYS_OF_A_SURGE / 2 ? SURGE : 1);
      }
      diary.at(date.atTime(5, 0).atZone(SystemTime.OSLO).toInstant(), this::audit);
      diary.until(date.plusDays(1).atStartOfDay(SystemTime.OSLO).toInstant());
    }
    Plan.ALL.forEach(plan -> staff.get(plan).forEach(worker -> goesHome(plan, worker)));
    diary.until(diary.instant().plus(Duration.ofDays(1)));
    audit();
  }

  private Serving any() {
    return processes[random.nextInt(2)];
  }

  private Duration about(double minutes) {
    return Duration.ofMillis(
        (long) (-Math.log(1 - random.nextDouble()) * minutes * TimeUnit.MINUTES.toMillis(1)));
  }

  /// Around the clock three crews follow each other; others take turns week by week.
  private void shifts(Plan plan, LocalDate date) {
    if (plan.crews() == 3) {
      for (int crew = 0; crew < 3; crew++) {
        Instant from = date.atTime(LocalTime.of(crew * 8, 0)).atZone(SystemTime.OSLO).toInstant();
        Instant to =
            date.atStartOfDay().plusHours(8L * (crew + 1)).atZone(SystemTime.OSLO).toInstant();
        shift(plan, crew, from, to);
      }
    } else {
      int crew = (int) (ChronoUnit.WEEKS.between(first, date) % plan.crews());
      plan.opening().on(date).forEach(span -> shift(plan, crew, span.from(), span.to()));
    }
  }

  private void shift(Plan plan, int crew, Instant from, Instant to) {
    for (Worker worker : staff.get(plan).subList(crew * plan.seats(), (crew + 1) * plan.seats())) {
      Instant comes = random.nextInt(10) == 0 ? from.plusSeconds(420) : from;
      diary.at(comes, () -> comes(plan, worker, to));
      diary.at(to, () -> goesHome(plan, worker));
    }
  }

  private void comes(Plan plan, Worker worker, Instant to) {
    worker.comes(plan.id(), to);
    pump(plan);
  }

  /// Hands chats over, or stays until they end. Whoever waits for nobody is told.
  private void goesHome(Plan plan, Worker worker) {
    if (worker.shift.isEmpty()) {
      return;
    }
    pump(plan);
    Shift shift = worker.shift.orElseThrow();
    worker.shift = Optional.empty();
    for (ConversationId id : List.copyOf(worker.chats.keySet())) {
      if (!handedOver(plan, worker, id)) {
        tally(plan).count(Tally.Thing.OVERTIME);
      }
    }
    get(any().duty.off(shift, Set.of(plan.id())));
    if (staff.get(plan).stream().allMatch(w -> w.shift.isEmpty())) {
      for (ConversationId id : List.copyOf(waiting.get(plan).keySet())) {
        tally(plan).count(Tally.Thing.STILL_WAITED_AT_CLOSING);
        leaves(plan, id);
      }
    } else {
      pump(plan);
    }
  }

  private boolean handedOver(Plan plan, Worker from, ConversationId id) {
    for (Worker to : staff.get(plan)) {
      if (to == from || to.shift.isEmpty() || to.chats.size() >= 3) {
        continue;
      }
      long fence = from.chats.get(id);
      boolean refused =
          get(any()
                  .company
                  .invite(from.device, id, fence, to.device, Invitation.Kind.HANDOVER, false))
              .isPresent();
      if (!refused
          && get(any().company.accept(to.shift.get(), id)) instanceof Entering.Entered in) {
        from.chats.remove(id);
        to.chats.put(id, in.entrance().fence());
        tally(plan).count(Tally.Thing.HANDED_OVER);
        return true;
      }
    }
    return false;
  }

  private void arrivals(Plan plan, LocalDate date, int surge) {
    for (int hour = 0; hour < 24; hour++) {
      Instant from = date.atTime(hour, 0).atZone(SystemTime.OSLO).toInstant();
      for (double left = plan.comers(hour, surge) - random.nextDouble(); left > 0; left--) {
        diary.at(
            from.plusSeconds(random.nextInt(3_600)), () -> rings(plan, Optional.empty(), true));
      }
    }
  }

  private void rings(Plan plan, Optional<VisitorFrame.Again> again, boolean sentOn) {
    Tally tally = tally(plan);
    tally.count(Tally.Thing.CAME);
    refresh(plan);
    Serving process = any();
    ServiceState state = get(process.availability.of(plan.id()));
    if (!state.staffing().answers()) {
      tally.count(Tally.Thing.CLOSED);
      Optional<Elsewhere> other = get(process.availability.instead(plan.service(), state));
      if (sentOn
          && other.filter(o -> o.from().isEmpty()).map(Elsewhere::who).orElse(null)
              instanceof AfterHours.Transfer transfer) {
        tally.count(Tally.Thing.SENT_ON);
        Plan.ALL.stream()
            .filter(p -> p.id().equals(transfer.service()))
            .forEach(
                p -> diary.in(Duration.ofSeconds(30), () -> rings(p, Optional.empty(), false)));
      }
      return;
    }
    Card card =
        new Card(
            ByteString.copyFromUtf8("card"),
            plan.id(),
            "self",
            "nb",
            Optional.empty(),
            Set.of(),
            random.nextInt(50) == 0,
            Optional.empty());
    if (get(process.visits.ring(card, again, Optional.empty())) instanceof Arrival.Rung rung) {
      ConversationId id = rung.conversation().id();
      waiting.get(plan).put(id, diary.instant());
      diary.in(Duration.ofMinutes(2).plus(about(20)), () -> losesPatience(plan, id));
      capabilities.put(id, new VisitorFrame.Again(id, rung.capability()));
      pump(plan);
    } else {
      tally.count(Tally.Thing.REFUSED);
    }
  }

  private void losesPatience(Plan plan, ConversationId id) {
    if (waiting.get(plan).containsKey(id)) {
      tally(plan).count(Tally.Thing.LEFT_THE_LINE);
      leaves(plan, id);
      pump(plan);
    }
  }

  private void leaves(Plan plan, ConversationId id) {
    waiting.get(plan).remove(id);
    if (audit.isLost(id, audit.line(plan))) {
      tally(plan).count(Tally.Thing.STRANDED);
    }
    end(id, EndReason.BY_VISITOR);
  }

  private void end(ConversationId id, EndReason reason) {
    Serving process = any();
    get(process.conversations.find(id))
        .ifPresent(conversation -> get(process.encounters.end(conversation, reason)));
  }

  /// Heartbeats of everybody who is there; whose page is gone loses the place.
  private void refresh(Plan plan) {
    Serving process = any();
    List<Future<Void>> beats = new ArrayList<>();
    for (Worker worker : staff.get(plan)) {
      worker.shift.ifPresent(shift -> beats.add(process.duty.beat(shift, worker.chats.size())));
    }
    waiting
        .get(plan)
        .keySet()
        .forEach(id -> beats.add(process.lines.seen(plan.id(), id, diary.instant())));
    get(Future.all(beats));
    process.clear(plan, diary.instant());
  }

  /// Offers those who wait, and lets those who are asked answer.
  private void pump(Plan plan) {
    refresh(plan);
    if (waiting.get(plan).isEmpty()) {
      return;
    }
    Serving process = any();
    get(process.offering.renew(plan.id(), get(process.lines.waiting(plan.id()))));
    List<Waiter> line = get(process.lines.waiting(plan.id()));
    for (Waiter waiter : line) {
      waiter.offer().standing(diary.instant()).ifPresent(device -> asked(plan, waiter, device));
      waiter.offer().changes(diary.instant()).ifPresent(change -> later(plan, change));
    }
  }

  private void later(Plan plan, Instant change) {
    if (answering.add(plan.id().slug() + change)) {
      diary.at(change.plusMillis(1), () -> pump(plan));
    }
  }

  private void asked(Plan plan, Waiter waiter, DeviceId device) {
    String offer = waiter.conversation().hex() + device.hex() + waiter.offer().until();
    if (answering.add(offer) && random.nextInt(10) != 0) {
      diary.in(
          Duration.ofMillis(random.nextInt(3_000, 18_000)),
          () -> takes(plan, waiter.conversation(), device));
    }
  }

  /// One takes; often another tries in the same moment at the other process.
  private void takes(Plan plan, ConversationId id, DeviceId device) {
    refresh(plan);
    List<Worker> there = staff.get(plan).stream().filter(w -> w.shift.isPresent()).toList();
    if (random.nextInt(A_DEATH) == 0) {
      there.stream().filter(w -> w.device.equals(device)).forEach(w -> dies(plan, w, id));
      pump(plan);
      return;
    }
    List<Worker> tries =
        there.stream().filter(w -> w.device.equals(device) || random.nextInt(4) == 0).toList();
    List<Future<Taking>> takings = new ArrayList<>();
    for (int i = 0; i < tries.size(); i++) {
      takings.add(processes[i % 2].encounters.take(tries.get(i).shift.orElseThrow(), id));
    }
    int taken = 0;
    for (int i = 0; i < tries.size(); i++) {
      if (get(takings.get(i)) instanceof Taking.Taken claim) {
        taken++;
        talks(plan, tries.get(i), id, claim.fence());
      }
    }
    if (taken > 1) {
      tally(plan).count(Tally.Thing.DOUBLE_CLAIM);
    }
    pump(plan);
  }

  /// The process dies while it takes; the worker's console comes back through another.
  private void dies(Plan plan, Worker worker, ConversationId id) {
    tally(plan).count(Tally.Thing.PROCESS_DIED);
    dying.take(worker.shift.orElseThrow(), id, random.nextInt(1, 8));
    OptionalLong fence = audit.fence(id, worker.device);
    if (fence.isPresent()) {
      talks(plan, worker, id, fence.getAsLong());
    } else {
      get(any().conversations.release(worker.device, id));
    }
  }

  private void talks(Plan plan, Worker worker, ConversationId id, long fence) {
    Instant since = waiting.get(plan).remove(id);
    if (since == null) {
      tally(plan).count(Tally.Thing.STRANDED);
      return;
    }
    tally(plan).waited(Duration.between(since, diary.instant()));
    worker.chats.put(id, fence);
    boolean silent = random.nextInt(40) == 0;
    diary.in(
        silent ? Duration.ofMinutes(8) : Duration.ofMinutes(5).plus(about(25)),
        () -> ends(plan, id, silent));
  }

  private void ends(Plan plan, ConversationId id, boolean silent) {
    end(id, silent ? EndReason.STAFF_SILENT : EndReason.BY_STAFF);
    staff.get(plan).forEach(worker -> worker.chats.remove(id));
    Optional<VisitorFrame.Again> again = Optional.ofNullable(capabilities.remove(id));
    if (silent) {
      tally(plan).count(Tally.Thing.SILENT_AND_BACK);
      rings(plan, again, false);
    }
    pump(plan);
  }

  /// Whoever is in a line is known to wait there, and somebody is on duty; whoever waits is in the
  /// line, or was told that it is over; whoever went home has no chat but those that still go on.
  private void audit() {
    answering.clear();
    for (Plan plan : Plan.ALL) {
      refresh(plan);
      Set<ConversationId> known = waiting.get(plan).keySet();
      boolean staffed = staff.get(plan).stream().anyMatch(w -> w.shift.isPresent());
      Set<ConversationId> line = audit.line(plan);
      line.stream()
          .filter(id -> !staffed || !known.contains(id))
          .forEach(id -> tally(plan).count(Tally.Thing.STRANDED));
      known.stream()
          .filter(id -> audit.isLost(id, line))
          .forEach(id -> tally(plan).count(Tally.Thing.STRANDED));
      for (Worker worker : staff.get(plan)) {
        get(processes[1].conversations.heldBy(worker.device)).stream()
            .filter(id -> !worker.chats.containsKey(id))
            .filter(id -> audit.fence(id, worker.device).isPresent())
            .forEach(id -> tally(plan).count(Tally.Thing.STRANDED));
      }
    }
  }

  @Override
  public void close() {
    Stream.of(redis).forEach(Redis::close);
  }
}
