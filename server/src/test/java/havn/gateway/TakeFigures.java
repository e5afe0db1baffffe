package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;

import havn.hours.Schedule;
import havn.kernel.time.SystemTime;
import havn.line.Waiter;
import havn.redis.RedisSettings;
import havn.redis.TestRedis;
import havn.wire.v1.DeskDown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How long it takes from *take* to *taken* with 200 who wait and 50 workers, on one and on two
/// processes, and what the state of a service costs. Not part of the checks: `ops/havn-load take`.
class TakeFigures {

  private static final int WAITING = 200;
  private static final int WORKERS = 50;
  private static final int TAKES = 300;
  private static final int STATES = 2_000;

  private final TestPeople people = new TestPeople();
  private final List<TestHouse> houses = new ArrayList<>();
  private final List<DeskClient> desks = new ArrayList<>();
  private final List<String> report = new ArrayList<>();

  @AfterEach
  void close() {
    houses.forEach(TestHouse::close);
  }

  @Test
  void onOneAndOnTwoProcesses() {
    for (int processes = 1; processes <= 2; processes++) {
      houses.add(new TestHouse(people, SocketLimits.usual()));
    }
    closed();
    state("late");
    busy();
    for (int processes = 1; processes <= 2; processes++) {
      evening(processes);
    }
    write();
  }

  private void closed() {
    Schedule never = new Schedule(SystemTime.OSLO, List.of(), List.of());
    RedisSettings redis = TestRedis.shared().settings();
    try (TestHouse shut =
        new TestHouse(people, SocketLimits.usual(), redis, Duration.ZERO, () -> never)) {
      state(shut, "closed");
    }
  }

  private void busy() {
    DeskClient resting = houses.getFirst().onDuty(people.worker());
    resting.onBreak();
    resting.await(d -> d.hasDuty() && d.getDuty().getOnBreak());
    state("busy");
    resting.dutyOff();
    resting.await(d -> d.hasDuty() && !d.getDuty().getOnDuty());
  }

  private void evening(int processes) {
    for (int i = 0; i < WORKERS; i++) {
      desks.add(houses.get(i % processes).onDuty(people.worker()));
    }
    if (processes == 1) {
      state("open, nobody waits");
    }
    for (int i = 0; i < WAITING; i++) {
      ring(i % processes);
    }
    if (processes == 1) {
      state("open, 200 wait");
      readings();
    }
    long[] nanos = new long[TAKES];
    for (int i = 0; i < TAKES; i++) {
      nanos[i] = take(i % processes);
    }
    said("take to taken, " + processes + " process(es)", nanos);
    desks.forEach(desk -> get(desk.ws.close()));
    desks.clear();
    line().forEach(w -> get(houses.getFirst().lines.leave(people.service, w.conversation())));
  }

  private VisitorClient ring(int house) {
    VisitorClient visitor = houses.get(house).welcomed();
    visitor.ring();
    return visitor;
  }

  private List<Waiter> line() {
    return get(houses.getFirst().lines.waiting(people.service));
  }

  /// Somebody takes whom they are asked for; another visitor rings.
  private long take(int house) {
    List<Waiter> found = new ArrayList<>();
    until("somebody is asked", () -> asked(found));
    Waiter waiter = found.getFirst();
    DeskClient desk =
        desks.stream()
            .filter(d -> waiter.offer().device().equals(Optional.of(d.worker.device())))
            .findFirst()
            .orElseThrow();
    int before = desk.all(DeskDown::hasTaken, d -> d).size();
    long began = SystemTime.monotonicNanos();
    desk.take(waiter.conversation());
    while (desk.all(DeskDown::hasTaken, d -> d).size() == before) {
      Thread.onSpinWait();
    }
    long took = SystemTime.monotonicNanos() - began;
    desk.end(waiter.conversation());
    ring(house);
    return took;
  }

  private boolean asked(List<Waiter> found) {
    line().stream()
        .filter(w -> w.offer().standing(SystemTime.wall().instant()).isPresent())
        .findFirst()
        .ifPresent(found::add);
    return !found.isEmpty();
  }

  private void state(String name) {
    state(houses.getFirst(), name);
  }

  private void state(TestHouse house, String name) {
    long[] nanos = new long[STATES];
    for (int i = 0; i < STATES; i++) {
      long began = SystemTime.monotonicNanos();
      get(house.availability.of(people.service));
      nanos[i] = SystemTime.monotonicNanos() - began;
    }
    said("state of a service, " + name, nanos);
  }

  /// What a take reads to know whether it may.
  private void readings() {
    long[] nanos = new long[STATES];
    for (int i = 0; i < STATES; i++) {
      long began = SystemTime.monotonicNanos();
      line();
      nanos[i] = SystemTime.monotonicNanos() - began;
    }
    said("reading a line of 200", nanos);
  }

  private void said(String what, long[] nanos) {
    Arrays.sort(nanos);
    report.add(
        String.format(
            Locale.ROOT,
            "%-36s p50 %7.2f ms   p99 %7.2f ms   of %d",
            what,
            nanos[nanos.length / 2] / 1e6,
            nanos[nanos.length * 99 / 100] / 1e6,
            nanos.length));
  }

  private void write() {
    try {
      Path file = Path.of("target", "loadtest", "take.txt");
      Files.createDirectories(file.getParent());
      Files.write(file, report);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
