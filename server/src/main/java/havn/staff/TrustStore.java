package havn.staff;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where the signed documents are kept, byte for byte. It checks versions, not signatures: only
/// [Publishing] writes.
public interface TrustStore {

  /// Everything a page needs to verify.
  ///
  /// @param roots oldest first, at most 100
  /// @param roster the newest that the signer made
  /// @param renewal the newest renewal, if it is newer than the roster
  record Documents(
      List<String> roots,
      Optional<String> signer,
      Optional<String> roster,
      Optional<String> renewal) {}

  Future<Documents> newest();

  /// The roster or renewal of this version.
  Future<Optional<String>> roster(long version);

  /// False when `version` is not the one after the newest.
  Future<Boolean> addRoot(long version, String document);

  Future<Void> addSigner(String document);

  /// Adds a roster and marks the devices it names as rostered, those it no longer names as
  /// revoked at `now`, in one step. False when `version` is not the one after the newest.
  Future<Boolean> addRoster(long version, String document, List<RosterEntry> entries, Instant now);

  /// Adds a renewal of a roster. False when `version` is not the one after the newest.
  Future<Boolean> addRenewal(long version, String document, long roster);

  /// Notes what one device signed for a version that is not published yet, in place of what it
  /// signed before; answers the documents of every device for that version, at most 500.
  Future<List<String>> wish(long version, String device, String document);

  /// Which devices have signed for this version, as [#wish(long,String,String)] was told.
  Future<List<String>> wishes(long version);
}
