package havn.outreach;

import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Where codes are kept, by their tags ([havn.courtesy.ProofCode#tag]).
public interface ProofStore {

  /// How often one code is answered.
  int MOST_TRIES = 5;

  /// Keeps the code of a draft; it answers nothing yet.
  Future<Void> keep(ServiceId service, byte[] tag, Instant until);

  /// Notes the day on which texts with these codes were released; codes that have one keep it.
  Future<Void> released(ServiceId service, List<byte[]> tags, LocalDate day, Instant until);

  /// The day of a code, five times; each look is counted before it is answered.
  Future<Optional<LocalDate>> look(ServiceId service, byte[] tag, Instant now);
}
