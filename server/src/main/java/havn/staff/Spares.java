package havn.staff;

import havn.journal.Act;
import havn.journal.Journal;
import havn.kernel.id.DeviceId;
import havn.kernel.id.StaffId;
import havn.seal.Ed25519;
import havn.seal.Purpose;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Keeps spares of device keys, and hands them out to whom they belong.
public final class Spares {

  private final SpareStore store;
  private final DeviceStore devices;
  private final Journal journal;
  private final InstantSource clock;

  public Spares(SpareStore store, DeviceStore devices, Journal journal, InstantSource clock) {
    this.store = store;
    this.devices = devices;
    this.journal = journal;
    this.clock = clock;
  }

  /// What came of keeping one.
  public enum Kept {
    KEPT,
    /// The device's key did not sign it.
    UNPROVEN,
    /// This person has no such device, or it is revoked.
    NOT_THEIRS
  }

  /// What came of asking for one.
  public sealed interface Asked {
    record Handed(Spare.Handed spare) implements Asked {}

    record Unknown() implements Asked {}

    /// Handed out ten times in this hour.
    record TooOften() implements Asked {}
  }

  /// @param proof Ed25519 by the device key over [Spare#covered()]
  public Future<Kept> keep(StaffId owner, Spare spare, byte[] proof) {
    return devices
        .find(spare.device())
        .compose(
            found -> {
              Optional<Device> own = found.filter(device -> device.owner().id().equals(owner));
              if (own.isEmpty()) {
                return Future.succeededFuture(Kept.NOT_THEIRS);
              }
              return Ed25519.verify(own.get().ed25519(), Purpose.SPARE, spare.covered(), proof)
                  ? store
                      .keep(owner, spare, clock.instant())
                      .map(kept -> kept ? Kept.KEPT : Kept.NOT_THEIRS)
                  : Future.succeededFuture(Kept.UNPROVEN);
            });
  }

  public Future<Spare.Shelf> shelf(StaffId owner) {
    return store.shelf(owner);
  }

  /// Hands one out, after that is written into the journal.
  public Future<Asked> open(StaffId owner, DeviceId device, Spare.Method method) {
    Instant now = clock.instant();
    return store
        .take(owner, device, method, now)
        .compose(
            taken ->
                taken
                    .map(
                        spare ->
                            journal
                                .write(new Act(owner, Act.Deed.DEVICE_RECOVER, device.bytes()), now)
                                .<Asked>map(written -> new Asked.Handed(spare)))
                    .orElseGet(() -> refused(owner, device, method)));
  }

  private Future<Asked> refused(StaffId owner, DeviceId device, Spare.Method method) {
    return store
        .shelf(owner)
        .map(
            shelf ->
                shelf.heads().stream()
                        .anyMatch(head -> head.device().equals(device) && head.method() == method)
                    ? new Asked.TooOften()
                    : new Asked.Unknown());
  }
}
