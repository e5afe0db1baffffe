package havn.login;

import havn.kernel.id.DeviceId;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Secret;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/// One-time sign-in links. A store keeps the fingerprint only.
public interface Invites {

  /// How long a person has to open a link.
  Duration LIFE = Duration.ofMinutes(15);

  /// Answers the secret that goes into the link, once.
  Future<Secret> issue(StaffId staff, Duration life);

  /// The same for somebody at a console. Empty when there is a list and `maker` is not in it as it
  /// is kept now, which may be newer than what this process has read.
  Future<Optional<Secret>> issueFrom(Optional<DeviceId> maker, StaffId staff, Duration life);

  /// Uses the invite up and answers whose it was. Empty when it is unknown, used or too old; the
  /// three are not told apart. Of two who redeem at once, one gets it.
  Future<Optional<StaffId>> redeem(Secret token);
}
