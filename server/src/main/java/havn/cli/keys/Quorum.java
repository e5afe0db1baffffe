package havn.cli.keys;

import havn.cli.keys.Papers.RootKey;
import havn.seal.Dsse;
import havn.seal.Purpose;
import havn.seal.SigningKey;
import havn.staff.RootSet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Enough private keys of one root set.
final class Quorum {

  private Quorum() {}

  /// The root set of a file, signed by its own threshold.
  static RootSet rootSet(Path file, Dsse document) throws Refused {
    RootSet set = RootSet.of(document).orElseThrow(() -> new Refused(file + " is not a root set."));
    if (document.signers(Purpose.ROOT, set.keys()).size() < set.threshold()) {
      throw new Refused(file + " is not signed by enough of its own keys.");
    }
    return set;
  }

  /// The keys of these files by id, when each belongs to the set and there are enough.
  static Map<String, SigningKey> of(RootSet set, List<Path> files) throws Refused {
    Map<String, SigningKey> keys = new LinkedHashMap<>();
    for (Path file : files) {
      RootKey key = Papers.key(file);
      byte[] published = set.keys().get(key.id());
      if (published == null || !Arrays.equals(published, key.key().publicKey())) {
        throw new Refused(file + " is not a key of this root set.");
      }
      keys.put(key.id(), key.key());
    }
    if (keys.size() < set.threshold()) {
      throw new Refused(
          "The root set asks for "
              + set.threshold()
              + " different keys; give each with --key (there are "
              + keys.size()
              + ").");
    }
    return keys;
  }
}
