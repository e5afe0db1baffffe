package havn.admission;

import havn.kernel.secret.Secret;
import io.vertx.core.Future;
import java.time.Duration;

/// Single-use tickets for the visitor socket.
public interface Tickets {

  Duration LIFE = Duration.ofSeconds(60);

  /// A fresh ticket, good once within 60 seconds.
  Future<Secret> issue();

  /// Whether the ticket was good. It is not any more.
  Future<Boolean> redeem(Secret ticket);
}
