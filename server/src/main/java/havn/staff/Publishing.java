package havn.staff;

import io.vertx.core.Future;
import java.util.List;

/// Accepts signed documents that verify in full and are strictly newer, and tells every process.
/// Documents are DSSE envelopes in JSON.
public interface Publishing {

  /// What became of a document.
  sealed interface Outcome {}

  record Published() implements Outcome {}

  /// Kept; devices of other persons have to sign the same before it counts.
  record Waiting() implements Outcome {}

  /// A newer or another document stands there already.
  record Behind() implements Outcome {}

  /// It does not verify; `why` is a sentence for the coordinator.
  record Refused(String why) implements Outcome {}

  Future<Outcome> root(String document);

  Future<Outcome> signer(String document);

  Future<Outcome> roster(String document);

  /// A renewal signed by one device or more; kept until devices of two persons signed the same.
  Future<Outcome> renewal(String document);

  /// Who has signed the next renewal so far.
  ///
  /// @param version it would have
  /// @param devices ids in base64url
  record Renewing(long version, List<String> devices) {}

  Future<Renewing> renewing();
}
