package havn.admission;

import havn.kernel.secret.Secret;
import io.vertx.core.Future;
import java.time.Duration;

/// Single-use passes of people with a return code. A pass is random and says nothing of the mailbox
/// that it was given for: nobody can tell later which visit belongs to which mailbox. Each costs
/// one nonce of a mailbox, so that at most 3,200 are there at a time.
public interface Passes {

  Duration LIFE = Duration.ofSeconds(60);

  /// A fresh pass of 32 bytes, good once within 60 seconds.
  Future<Secret> issue();

  /// Whether the pass was good. It is not any more.
  Future<Boolean> redeem(Secret pass);
}
