package havn.gateway;

import com.google.protobuf.ByteString;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Randomness;
import havn.kernel.time.SystemTime;
import havn.seal.Hash;
import havn.seal.Purpose;
import havn.seal.SigningKey;
import havn.staff.PersonTag;
import havn.staff.Role;
import havn.staff.Roster;
import havn.staff.RosterBook;
import havn.staff.RosterEntry;
import havn.wire.v1.ShiftStatement;
import havn.wire.v1.SignedStatement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A roster of people with real keys for one service of their own.
public final class TestPeople implements RosterBook {

  /// Somebody of staff with a rostered device.
  public record Worker(
      DeviceId device,
      SigningKey key,
      Role role,
      SignedStatement statement,
      List<String> languages) {

    /// Speaks Norwegian and English.
    public Worker(DeviceId device, SigningKey key, Role role, SignedStatement statement) {
      this(device, key, role, statement, List.of("nb", "en"));
    }
  }

  static final String NAME = "Kari";
  public static final byte[] SALT = havn.wire.Samples.counted(16, 0x50);

  final ServiceId service = new ServiceId("t-" + ConversationId.fresh().hex());
  private final Map<DeviceId, RosterEntry> entries = new HashMap<>();
  private final List<Consumer<Roster>> listeners = new CopyOnWriteArrayList<>();
  /// How far the clock is ahead by which they state their shifts.
  volatile Duration ahead = Duration.ZERO;

  private volatile Roster roster = roster(1);

  Worker worker() {
    return person(Role.WORKER);
  }

  Worker speaking(String... languages) {
    Worker worker = worker();
    return new Worker(
        worker.device(), worker.key(), worker.role(), worker.statement(), List.of(languages));
  }

  Worker person(Role role) {
    SigningKey key = SigningKey.fresh();
    DeviceId device = DeviceId.fresh();
    Instant now = SystemTime.wall().instant();
    entries.put(
        device,
        new RosterEntry(
            device,
            key.publicKey(),
            role,
            Set.of(service),
            now.minusSeconds(60),
            now.plus(Duration.ofDays(700)),
            Hash.of(SALT, NAME.getBytes(StandardCharsets.UTF_8)).bytes()));
    publish();
    return new Worker(device, key, role, statement(device, key, Duration.ofHours(4)));
  }

  /// Two devices of one person.
  List<Worker> twice() {
    PersonTag person = PersonTag.of(StaffId.fresh());
    List<Worker> two = List.of(worker(), worker());
    two.forEach(
        worker ->
            entries.computeIfPresent(
                worker.device(),
                (device, entry) ->
                    new RosterEntry(
                        device,
                        entry.ed25519(),
                        entry.role(),
                        entry.services(),
                        entry.from(),
                        entry.until(),
                        entry.nameHash(),
                        person)));
    publish();
    return two;
  }

  /// The same person at the beginning of another shift.
  Worker anew(Worker worker) {
    publish();
    return new Worker(
        worker.device(),
        worker.key(),
        worker.role(),
        statement(worker.device(), worker.key(), now(), Duration.ofHours(4)),
        worker.languages());
  }

  private Instant now() {
    return SystemTime.wall().instant().plus(ahead);
  }

  static SignedStatement statement(DeviceId device, SigningKey key, Duration length) {
    return statement(device, key, SystemTime.wall().instant(), length);
  }

  /// What a device states at the beginning of a shift.
  public static SignedStatement statement(
      DeviceId device, SigningKey key, Instant now, Duration length) {
    byte[] payload =
        ShiftStatement.newBuilder()
            .setDevice(ByteString.copyFrom(device.bytes()))
            .setEd25519(ByteString.copyFrom(SigningKey.fresh().publicKey()))
            .setXwing(ByteString.copyFrom(Randomness.bytes(1_216)))
            .setNotBefore(now.toEpochMilli())
            .setNotAfter(now.plus(length).toEpochMilli())
            .build()
            .toByteArray();
    return SignedStatement.newBuilder()
        .setPayload(ByteString.copyFrom(payload))
        .setSignature(ByteString.copyFrom(key.sign(Purpose.SHIFT, payload)))
        .build();
  }

  void remove(Worker worker) {
    entries.remove(worker.device());
    publish();
  }

  /// The next roster names the device for other services.
  void move(Worker worker, ServiceId... services) {
    entries.computeIfPresent(
        worker.device(),
        (device, entry) ->
            new RosterEntry(
                device,
                entry.ed25519(),
                entry.role(),
                Set.of(services),
                entry.from(),
                entry.until(),
                entry.nameHash()));
    publish();
  }

  private void publish() {
    roster = roster(roster.version() + 1);
    listeners.forEach(listener -> listener.accept(roster));
  }

  private Roster roster(long version) {
    Instant now = now();
    return new Roster(
        version, new byte[32], now, now.plus(Duration.ofDays(8)), "", Map.copyOf(entries));
  }

  @Override
  public Optional<Roster> current() {
    return Optional.of(roster);
  }

  @Override
  public void onChange(Consumer<Roster> listener) {
    listeners.add(listener);
  }
}
