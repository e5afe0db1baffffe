package havn.login;

import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Secret;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/// Staff sessions, kept in Redis under the fingerprint of the cookie's secret.
public interface Sessions {

  /// The running session of this secret; empty when it is over or never was.
  Future<Optional<Session>> find(Secret cookie);

  /// Opens a session and answers the secret for the cookie.
  Future<Secret> open(Session session);

  /// Notes which device proved its key under this session, whose end stays; nothing happens when it
  /// is over.
  Future<Void> bind(Secret cookie, DeviceId device);

  /// Adds a service to this session, whose end stays; nothing happens when it is over.
  Future<Void> add(Secret cookie, ServiceId service);

  /// Ends every session of this person that begins before that moment, and any that was opened.
  Future<Void> cut(StaffId staff, Instant until);

  Future<Void> close(Secret cookie);
}
