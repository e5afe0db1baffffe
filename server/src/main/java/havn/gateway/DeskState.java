package havn.gateway;

import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.login.Session;
import java.util.Set;

/// Where a console's connection is. Each state offers only the moves it has.
///
/// ```
/// Arriving ─► Challenged ─► AtDesk
/// ```
sealed interface DeskState {

  /// Connected; the session is being looked up.
  record Arriving() implements DeskState {

    @SuppressWarnings("ArrayRecordComponent")
    Challenged challenged(Session session, byte[] nonce) {
      return new Challenged(session, nonce);
    }
  }

  /// Signed in; the device has yet to prove itself. `nonce` is 32 bytes.
  @SuppressWarnings("ArrayRecordComponent")
  record Challenged(Session session, byte[] nonce) implements DeskState {

    AtDesk proved(DeviceId device, Set<ServiceId> services) {
      return new AtDesk(session, device, services);
    }
  }

  /// At the desk, on duty or not. `services` are those of the person and of the device.
  record AtDesk(Session session, DeviceId device, Set<ServiceId> services) implements DeskState {}
}
