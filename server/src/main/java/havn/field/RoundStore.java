package havn.field;

import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where rounds are kept.
public interface RoundStore {

  /// Decides about a round that is told; called once, while no other round of its service can come
  /// between.
  @FunctionalInterface
  interface Rule {
    /// @param kept what is kept under the id
    /// @param others rounds with other ids of the service on the day that is told
    Telling decide(Optional<Round> kept, int others);
  }

  /// All rounds of a service in a month to one kind of place that were counted, or that were
  /// estimated; at least one.
  ///
  /// @param least people met on the round on which the fewest were met
  /// @param most people met on the round on which the most were met
  record Gathered(
      ServiceId service,
      YearMonth month,
      RoundPlace place,
      boolean estimated,
      long rounds,
      Sums sums,
      int least,
      int most) {

    @Override
    public String toString() {
      return "Gathered[" + service + ", " + month + "]";
    }
  }

  /// What the rounds come to together.
  record Sums(long people, long first, long places) {

    @Override
    public String toString() {
      return "Sums[3 numbers]";
    }
  }

  /// Writes the round if the rule says so. Never changes a round of another service, and none that
  /// was struck. A day's other rounds are those that were struck too.
  Future<Telling> tell(Round told, Rule rule);

  /// Whether a service has a round with a code, or had one that was struck.
  enum Found {
    STANDS,
    STRUCK,
    NONE
  }

  /// Looks for a round of the service, of this day or later.
  Future<Found> find(ServiceId service, RoundCode code, LocalDate first);

  /// Takes a round of the service out, of this day or later; what it counted is gone. True again
  /// when it was struck before; false when there is none.
  Future<Boolean> strike(ServiceId service, RoundCode code, LocalDate first);

  /// The months from this one on in which there were rounds, the newest first.
  Future<List<Gathered>> since(YearMonth first, Set<ServiceId> services);

  /// Forgets the rounds before this day, at most 1,000 at once; answers how many.
  Future<Integer> forgetBefore(LocalDate day);

  /// Forgets that rounds before this day were struck, at most 1,000 at once; answers how many.
  Future<Integer> forgetStruckBefore(LocalDate day);
}
