package havn.staff;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/// Where the signed documents are kept, byte for byte. It checks versions, not signatures: only
/// [Publishing] writes.
public interface TrustStore {

  /// Everything a page needs to verify.
  ///
  /// @param roots oldest first, at most 100
  record Documents(List<String> roots, Optional<String> signer, Optional<String> roster) {}

  Future<Documents> newest();

  Future<Optional<String>> roster(long version);

  /// False when `version` is not the one after the newest.
  Future<Boolean> addRoot(long version, String document);

  Future<Void> addSigner(String document);

  /// Adds a roster and marks the devices it names as rostered, those it no longer names as
  /// revoked, in one step. False when `version` is not the one after the newest.
  Future<Boolean> addRoster(long version, String document, List<RosterEntry> entries);
}
