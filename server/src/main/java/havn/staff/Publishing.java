package havn.staff;

import io.vertx.core.Future;

/// Accepts signed documents that verify in full and are strictly newer, and tells every process.
/// Documents are DSSE envelopes in JSON.
public interface Publishing {

  /// What became of a document.
  sealed interface Outcome {}

  record Published() implements Outcome {}

  /// A newer or another document stands there already.
  record Behind() implements Outcome {}

  /// It does not verify; `why` is a sentence for the coordinator.
  record Refused(String why) implements Outcome {}

  Future<Outcome> root(String document);

  Future<Outcome> signer(String document);

  Future<Outcome> roster(String document);
}
