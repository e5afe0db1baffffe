package havn.outreach;

import io.vertx.core.Future;
import java.time.Instant;

/// Removes what has had its time: cards on their last day, codes after 14 days, campaigns and who
/// was contacted or wrote after 13 months.
public final class Sweep {

  private final CardStore store;

  public Sweep(CardStore store) {
    this.store = store;
  }

  /// At most 1,000 rows of each kind; answers how many.
  public Future<Integer> round(Instant now) {
    return store.forget(now);
  }
}
