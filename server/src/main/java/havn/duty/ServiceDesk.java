package havn.duty;

import havn.journal.Act;
import havn.journal.Journal;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.service.Service;
import havn.service.ServiceBook;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Carries out what staff on duty set on their service's desk, after a line in the journal.
public final class ServiceDesk {

  private final ServiceBook services;
  private final Presences presences;
  private final DeskSigns signs;
  private final Journal journal;
  private final InstantSource time;

  public ServiceDesk(
      ServiceBook services,
      Presences presences,
      DeskSigns signs,
      Journal journal,
      InstantSource time) {
    this.services = services;
    this.presences = presences;
    this.signs = signs;
    this.journal = journal;
    this.time = time;
  }

  /// What came of a press.
  public sealed interface Pressed {

    record Done() implements Pressed {}

    /// The device is not on duty for that service, or there is none.
    record NotOnDuty() implements Pressed {}

    record Refused(DeskRules.Reason reason) implements Pressed {}
  }

  /// What is set now.
  public Future<DeskSign> sign(ServiceId service) {
    return signs.of(service);
  }

  /// Whether the device is on duty for the service now, on a break or not.
  public Future<Boolean> onDuty(DeviceId device, ServiceId service) {
    Instant now = time.instant();
    return presences
        .of(service)
        .map(duty -> duty.stream().anyMatch(d -> d.device().equals(device) && d.present(now)));
  }

  public Future<Pressed> press(StaffId who, DeviceId device, ServiceId id, Press press) {
    Optional<Service> service = services.find(id);
    if (service.isEmpty()) {
      return Future.succeededFuture(new Pressed.NotOnDuty());
    }
    return onDuty(device, id)
        .compose(
            onDuty ->
                onDuty
                    ? signs.of(id).compose(sign -> press(who, service.get(), sign, press))
                    : Future.succeededFuture(new Pressed.NotOnDuty()));
  }

  private Future<Pressed> press(StaffId who, Service service, DeskSign sign, Press press) {
    Instant now = time.instant();
    ServiceId id = service.id();
    return switch (DeskRules.decide(press, sign, service.opening(), now)) {
      case DeskRules.Decision.Refused refused ->
          Future.succeededFuture(new Pressed.Refused(refused.reason()));
      case DeskRules.Decision.Mode mode ->
          write(who, id, press, now)
              .compose(written -> signs.mode(id, mode.mode(), mode.until()))
              .map(new Pressed.Done());
      case DeskRules.Decision.Stay stay ->
          write(who, id, press, now)
              .compose(written -> signs.stay(id, stay.stay(), stay.mode()))
              .map(new Pressed.Done());
    };
  }

  private Future<Void> write(StaffId who, ServiceId id, Press press, Instant now) {
    byte[] thing = id.slug().getBytes(StandardCharsets.US_ASCII);
    return journal.write(new Act(who, press.deed(), thing), now);
  }
}
