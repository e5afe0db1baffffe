package havn.login;

import havn.kernel.id.StaffId;
import havn.kernel.secret.Secret;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/// Passkey challenges: 32 random bytes, kept by the server, each answered once.
public interface Challenges {

  Duration LIFE = Duration.ofMinutes(5);

  /// What a challenge was made for.
  sealed interface Purpose {}

  /// Somebody signs in; who, the answer tells.
  record SignIn() implements Purpose {}

  /// This person, signed in already, adds a passkey.
  record AddPasskey(StaffId staff) implements Purpose {}

  Future<Secret> make(Purpose purpose);

  /// Uses the challenge up and answers its purpose; empty when it is unknown, used or older than 5
  /// minutes.
  Future<Optional<Purpose>> take(Secret challenge);
}
