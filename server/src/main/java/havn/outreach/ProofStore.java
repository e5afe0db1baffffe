package havn.outreach;

import havn.kernel.id.ContactId;
import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Where codes are kept, by their tags ([havn.courtesy.ProofCode#tag]).
public interface ProofStore {

  /// How often one code is answered.
  int MOST_TRIES = 5;

  /// Keeps the code of a draft in the place of the card's draft before. It answers nothing before a
  /// text with it was queued, which sets its day.
  Future<Void> keep(ServiceId service, ContactId card, byte[] tag, Instant until);

  /// The day of a code, five times; each look is counted before it is answered.
  Future<Optional<LocalDate>> look(ServiceId service, byte[] tag, Instant now);
}
