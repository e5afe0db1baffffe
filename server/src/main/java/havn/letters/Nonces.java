package havn.letters;

import havn.kernel.secret.Secret;
import io.vertx.core.Future;
import java.time.Duration;

/// Single-use nonces that acts on a mailbox are signed with.
public interface Nonces {

  Duration LIFE = Duration.ofSeconds(60);

  /// A fresh nonce of 32 bytes, good once within 60 seconds.
  Future<Secret> issue();

  /// Whether the nonce was good. It is not any more.
  Future<Boolean> take(Secret nonce);
}
