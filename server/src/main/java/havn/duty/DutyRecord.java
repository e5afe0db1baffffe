package havn.duty;

import havn.kernel.id.DeviceId;
import havn.kernel.id.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// One device on duty for one service.
///
/// @param until end of the shift statement
/// @param beat the last sign of life
/// @param load open chats
/// @param capacity the agreed most
/// @param keepsOpen whether a service may be open while nobody else is on duty
/// @param takes whether they take chats from the line; otherwise they are only asked in
/// @param reach how a text reaches them, when they wish for that
/// @param name what colleagues may tell visitors, when the device said it
/// @param abilities languages, lanes and traits
public record DutyRecord(
    DeviceId device,
    Instant until,
    Instant beat,
    boolean onBreak,
    int load,
    int capacity,
    boolean keepsOpen,
    boolean takes,
    Optional<Reach> reach,
    Optional<SaltedName> name,
    Abilities abilities) {

  /// Of somebody who takes chats, and whom no text reaches.
  public DutyRecord(
      DeviceId device,
      Instant until,
      Instant beat,
      boolean onBreak,
      int load,
      int capacity,
      boolean keepsOpen,
      Optional<SaltedName> name,
      Abilities abilities) {
    this(
        device,
        until,
        beat,
        onBreak,
        load,
        capacity,
        keepsOpen,
        true,
        Optional.empty(),
        name,
        abilities);
  }

  /// Of somebody with whom alone a service may be open, and who speaks Norwegian.
  public DutyRecord(
      DeviceId device,
      Instant until,
      Instant beat,
      boolean onBreak,
      int load,
      int capacity,
      Optional<SaltedName> name) {
    this(device, until, beat, onBreak, load, capacity, true, name, Abilities.speaking("nb"));
  }

  /// Without a sign of life for so long a worker gets no new chats.
  public static final Duration UNSTEADY = Duration.ofSeconds(45);

  /// After so long they are gone.
  public static final Duration GONE = Duration.ofMinutes(3);

  /// Whether somebody is there at all, with a valid statement.
  public boolean present(Instant now) {
    return now.isBefore(until) && now.isBefore(beat.plus(GONE));
  }

  /// Whether they count as there: present, or silent and a text would bring them back.
  public boolean counts(Instant now) {
    return present(now) || reachable(now);
  }

  /// Whether a text brings back somebody silent who may keep a service open and has room.
  public boolean reachable(Instant now) {
    return keepsOpen
        && takes
        && !onBreak
        && load < capacity
        && now.isBefore(until)
        && reach.filter(way -> way.holds(beat, now)).isPresent();
  }

  /// Whether they are silent, and a text may be sent to bring them back.
  public boolean callable(Instant now) {
    return reachable(now) && !fresh(now) && reach.orElseThrow().called().isEmpty();
  }

  /// Whom a text reaches although they are silent for a moment only, have no room, rest, or did not
  /// come when they were called; for 30 minutes. For what bears no waiting.
  public Optional<StaffId> textable(Instant now) {
    return reach
        .filter(way -> !fresh(now) && now.isBefore(until) && now.isBefore(beat.plus(Reach.HOLDS)))
        .map(Reach::who);
  }

  /// Whether they are there to take chats from the line, be it once they have room again.
  public boolean atWork(Instant now) {
    return present(now) && takes && !onBreak;
  }

  /// Whoever alone takes chats: not counting interpreters, nor who is on a break.
  public static Optional<DutyRecord> alone(Collection<DutyRecord> duty, Instant now) {
    List<DutyRecord> working = duty.stream().filter(record -> record.atWork(now)).toList();
    return working.size() == 1 ? Optional.of(working.getFirst()) : Optional.empty();
  }

  /// Whether somebody is there, and gave a sign of life a moment ago.
  public boolean fresh(Instant now) {
    return present(now) && now.isBefore(beat.plus(UNSTEADY));
  }

  /// Whether they have room, and are asked in or take somebody.
  public boolean free(Instant now) {
    return fresh(now) && !onBreak && load < capacity;
  }

  /// Whether they may take who waits on this lane. The lanes that somebody answers are a wish of
  /// those with whom a service may be open, and a bound of those whose right follows a shift. An
  /// interpreter has none.
  public boolean mayTake(String lane) {
    boolean interprets = !takes && !abilities.languages().isEmpty();
    return keepsOpen || interprets || abilities.answers(lane);
  }

  /// Whether a new chat can be offered.
  public boolean ready(Instant now) {
    return takes && free(now);
  }
}
