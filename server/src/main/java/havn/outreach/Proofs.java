package havn.outreach;

import havn.courtesy.ProofCode;
import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;

/// Answers people who ask whether a text was ours. No key is needed for that.
public final class Proofs {

  private final ProofStore store;
  private final InstantSource clock;

  public Proofs(ProofStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// The day on which a text with this code was released, within 14 days and five times; empty
  /// otherwise.
  ///
  /// @param typed what somebody wrote, at most 40 characters
  public Future<Optional<LocalDate>> look(ServiceId service, String typed) {
    return ProofCode.parse(typed)
        .map(code -> store.look(service, code.tag(service), clock.instant()))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }
}
