package havn.reminder;

import havn.channel.PhoneNumber;
import havn.channel.RoleKeys;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Randomness;
import havn.staff.Right;
import havn.staff.Role;
import io.vertx.core.Future;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What people of staff decide about their reminders.
public final class Reminders {

  public static final Duration CODE_LIFE = Duration.ofMinutes(10);
  public static final int MOST_TRIES = 5;
  public static final int MOST_CODES_A_DAY = 5;

  private static final Set<Role> LEADING =
      Arrays.stream(Role.values())
          .filter(Right.SEE_ALARMS::has)
          .collect(Collectors.toUnmodifiableSet());
  private static final Duration SHOWN = Duration.ofDays(7);
  private static final Duration A_DAY = Duration.ofHours(24);
  private static final int CODES = 1_000_000;

  private final ReminderStore store;
  private final RoleKeys keys;
  private final SealedFor sealed;
  private final InstantSource clock;

  public Reminders(ReminderStore store, RoleKeys keys, InstantSource clock) {
    this.store = store;
    this.keys = keys;
    this.sealed = new SealedFor(keys);
    this.clock = clock;
  }

  /// What came of a number.
  public sealed interface Proving {}

  /// A test message with a code is on its way.
  public record Asked() implements Proving {}

  public record NoTexts(PhoneNumber.Why why) implements Proving {}

  /// The person had 5 test messages in 24 hours.
  public record TooMany() implements Proving {}

  /// Takes a number that is to be proven, in place of an earlier one.
  public Future<Proving> prove(StaffId staff, String written) {
    return switch (PhoneNumber.read(written)) {
      case PhoneNumber.NotTextable not -> Future.succeededFuture(new NoTexts(not.why()));
      case PhoneNumber.CallOnly callOnly ->
          Future.succeededFuture(new NoTexts(PhoneNumber.Why.LANDLINE));
      case PhoneNumber.Textable textable -> prove(staff, textable.number());
    };
  }

  private Future<Proving> prove(StaffId staff, PhoneNumber number) {
    String code = code();
    return store
        .prove(
            new ReminderStore.Proving(
                staff,
                sealed.number(staff, number),
                tag(staff, code),
                sealed.text(staff, Words.code(code)),
                clock.instant()))
        .map(kept -> kept ? new Asked() : new TooMany());
  }

  /// What came of a code.
  public enum Typed {
    CONFIRMED,
    WRONG,
    /// There is none to be typed: it is too old, or was tried too often.
    NONE
  }

  public Future<Typed> type(StaffId staff, String code) {
    Instant now = clock.instant();
    return store
        .tried(staff, now)
        .compose(
            tag -> {
              if (tag.isEmpty()) {
                return Future.succeededFuture(Typed.NONE);
              }
              return MessageDigest.isEqual(tag.get(), tag(staff, code))
                  ? store
                      .confirm(staff, tag.get(), now)
                      .map(counts -> counts ? Typed.CONFIRMED : Typed.NONE)
                  : Future.succeededFuture(Typed.WRONG);
            });
  }

  public Future<Boolean> wish(StaffId staff, ReminderStore.Wishes wishes) {
    return store.wish(staff, wishes);
  }

  /// Those of the services where no coordinator is told of alarms by a text.
  public Future<Set<ServiceId>> unheard(Set<ServiceId> services) {
    return store.unheard(services, LEADING);
  }

  public Future<Void> forget(StaffId staff) {
    return store.forget(staff, clock.instant());
  }

  /// Empty also when the number opens no more, since the key file that it was sealed under is lost:
  /// then it is written once more.
  public Future<Optional<Reminder>> of(StaffId staff) {
    return store
        .number(staff)
        .map(number -> number.flatMap(bytes -> sealed.number(staff, bytes)))
        .compose(
            number ->
                number.isEmpty() ? Future.succeededFuture(Optional.empty()) : store.find(staff));
  }

  /// Kinds of alarms of which they get no more texts at this moment; the first of the last 24 hours
  /// give way again.
  public Future<Set<Kind>> usedUp(StaffId staff) {
    return store.usedUp(staff, clock.instant().minus(A_DAY));
  }

  /// What did not arrive in the last 7 days.
  public Future<List<NotDelivered>> notDelivered(StaffId staff) {
    return store.notDelivered(staff, clock.instant().minus(SHOWN));
  }

  private byte[] tag(StaffId staff, String code) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(staff.bytes());
    both.writeBytes(code.getBytes(StandardCharsets.UTF_8));
    return keys.tag("reminder code", both.toByteArray());
  }

  private static String code() {
    long drawn = ByteBuffer.wrap(Randomness.bytes(8)).getLong();
    return String.format(Locale.ROOT, "%06d", Math.floorMod(drawn, CODES));
  }
}
