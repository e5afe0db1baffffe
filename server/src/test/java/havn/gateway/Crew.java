package havn.gateway;

import static havn.Eventually.until;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.staff.Role;
import havn.wire.v1.DeskDown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Who works on an [Evening]: three workers with phones that a text reaches, and a volunteer whose
/// shift lasts all of it. Knows by itself, from what the consoles see, whether visitors may read
/// that somebody is there.
final class Crew {

  private static final int WORKERS = 3;

  /// So long a locked phone counts.
  private static final Duration REACHED = Duration.ofMinutes(30);

  private final SplittableRandom random;
  private final TestPeople people;
  private final Supplier<TestHouse> doors;
  private final List<TestPeople.Worker> all = new ArrayList<>();
  private final Map<DeviceId, DeskClient> desks = new LinkedHashMap<>();

  /// When workers were seen on duty last; nobody who went off duty.
  private final Map<DeviceId, Instant> seen = new HashMap<>();

  /// @param doors a process to connect to
  Crew(SplittableRandom random, TestPeople people, Supplier<TestHouse> doors) {
    this.random = random;
    this.people = people;
    this.doors = doors;
    for (int i = 0; i < WORKERS; i++) {
      all.add(people.worker());
    }
    all.add(people.person(Role.VOLUNTEER));
    all.forEach(this::comes);
  }

  private DeskClient comes(TestPeople.Worker worker) {
    DeskClient desk = doors.get().desk(people.anew(worker));
    desks.put(worker.device(), desk);
    desk.dutyOn();
    until("on duty", () -> isOnDuty(desk) || !desk.isOpen());
    return desk;
  }

  /// Everybody of them, one after the other, with a new console.
  Stream<DeskClient> anew() {
    return all.stream().map(this::comes);
  }

  /// Consoles connect again by themselves, sooner or later.
  void comeBack() {
    desks.values().forEach(Claims::follow);
    for (TestPeople.Worker worker : all) {
      DeskClient desk = desks.get(worker.device());
      boolean away = desk == null || !desk.isOpen() || !isOnDuty(desk);
      if (away && random.nextInt(3) == 0) {
        comes(worker);
      }
    }
  }

  Collection<DeskClient> desks() {
    return desks.values();
  }

  Optional<DeskClient> at(DeviceId device) {
    return Optional.ofNullable(desks.get(device));
  }

  /// The open console of anybody.
  Optional<DeskClient> anybody() {
    return at(all.get(random.nextInt(all.size())).device()).filter(WireClient::isOpen);
  }

  /// Takes a break, or comes back from one.
  void rests(DeskClient desk) {
    if (random.nextBoolean()) {
      desk.onBreak();
    } else {
      desk.dutyOn();
    }
  }

  /// As many consoles are there and were told that they lead the chat.
  long leads(ConversationId id) {
    return desks.keySet().stream().filter(device -> leads(device, id)).count();
  }

  boolean leads(DeviceId device, ConversationId id) {
    return at(device).filter(desk -> desk.isOpen() && Claims.of(desk, id).isPresent()).isPresent();
  }

  /// Whether it is true for a visitor to read that somebody is there, or that nobody is. Whoever
  /// vanished may be brought back by a text for half an hour, or have been called and not come.
  ///
  /// @param answered what they read
  boolean isTrue(boolean answered, Instant now) {
    look(now);
    return answered
        ? seen.values().stream().anyMatch(last -> now.isBefore(last.plus(REACHED)))
        : workers().noneMatch(this::isThere);
  }

  private void look(Instant now) {
    workers()
        .forEach(
            device -> {
              if (isThere(device)) {
                seen.put(device, now);
              } else if (at(device).flatMap(Crew::toldOfDuty).filter(on -> !on).isPresent()) {
                seen.remove(device);
              }
            });
  }

  /// Those with whom the service may be open.
  private Stream<DeviceId> workers() {
    return all.stream().limit(WORKERS).map(TestPeople.Worker::device);
  }

  private boolean isThere(DeviceId device) {
    return at(device).filter(desk -> desk.isOpen() && isOnDuty(desk)).isPresent();
  }

  private static boolean isOnDuty(DeskClient desk) {
    return toldOfDuty(desk).filter(on -> on).isPresent();
  }

  private static Optional<Boolean> toldOfDuty(DeskClient desk) {
    List<Boolean> words = desk.all(DeskDown::hasDuty, d -> d.getDuty().getOnDuty());
    return words.isEmpty() ? Optional.empty() : Optional.of(words.getLast());
  }
}
