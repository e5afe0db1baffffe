package havn.service;

import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Drafts and published editions of services. What is published here is what [ServiceStore] holds.
public interface Editions {

  /// One service on the desk of whoever writes it.
  ///
  /// @param editions the newest first, at most 20; none for a service that is new
  record Desk(ServiceId service, List<Edition> editions, Optional<Draft> draft) {

    public Desk {
      editions = List.copyOf(editions);
    }

    /// The number of the newest edition; 0 when there is none.
    public long newest() {
      return editions.isEmpty() ? 0 : editions.getFirst().number();
    }
  }

  /// What came of saving.
  sealed interface Saving {}

  record Saved(long revision) implements Saving {}

  /// What came of publishing.
  sealed interface Publishing {}

  record Published(long number) implements Publishing {}

  /// Nothing was changed; sentences with path and fix.
  record Refused(List<String> faults) implements Saving, Publishing {

    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /// Nothing was changed: somebody else saved or published in the meantime.
  record Overtaken() implements Saving, Publishing {}

  /// These services, and those new ones of which this person wrote a draft, in the order of their
  /// ids: the newest edition of each and its draft.
  Future<List<Desk>> all(Set<ServiceId> services, StaffId who);

  Future<Desk> find(ServiceId service);

  /// Keeps a draft in place of the one with its revision; 0, in place of none. `draft.base()` must
  /// be the newest edition. Refused when there would be more than 100 services and drafts of new
  /// ones.
  Future<Saving> save(Draft draft);

  /// Forgets a draft; whether it was there with this revision.
  Future<Boolean> discard(ServiceId service, long revision);

  /// Makes a draft the newest edition, if it still has this revision and was begun from the newest
  /// one. Whoever publishes a new service works for it from then on.
  Future<Publishing> publish(ServiceId service, long revision, StaffId who, Instant now);

  /// Publishes the edition before the newest one again, if `newest` is the newest. Of a service
  /// that has only one edition: the same, taken off.
  Future<Publishing> undo(ServiceId service, long newest, StaffId who, Instant now);
}
