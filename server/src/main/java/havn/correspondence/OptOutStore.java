package havn.correspondence;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Map;

/// Where opt-outs are kept beside everything else; it may come from a backup.
public interface OptOutStore extends OptOuts {

  /// Since when, and the strongest of who said so.
  record Mark(Instant since, Source source) {}

  /// Says it again for somebody who has a mark already, of this source or a stronger one. Answers
  /// whether there is one.
  Future<Boolean> again(byte[] stop, Source source, Instant at);

  /// Takes back what is not younger than `at`.
  Future<Boolean> remove(byte[] stop, Instant at);

  /// Every mark, by the tag in hexadecimal digits.
  Future<Map<String, Mark>> all();

  /// Whether anybody was ever written to, or wrote.
  Future<Boolean> used();
}
