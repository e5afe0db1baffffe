package havn.correspondence;

import havn.channel.Tagged;
import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/// Looks up what is known of numbers.
public interface Standings {

  /// Most numbers of one look.
  int MOST = 500;

  /// A number by the tags that are kept of it.
  record Known(byte[] contact, byte[] stop) {

    public static Known of(Tagged tagged) {
      return new Known(tagged.contact(), tagged.stop());
    }

    @Override
    public String toString() {
      return "Known[…]";
    }
  }

  /// The terms of the service at this moment.
  Terms terms(ServiceId service);

  /// In the same order, in one query.
  Future<List<Standing>> of(ServiceId service, List<Known> numbers, Instant now);
}
