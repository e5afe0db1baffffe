package havn.notes;

import havn.journal.Act;
import havn.journal.Journal;
import havn.kernel.id.DeviceId;
import havn.kernel.id.NoteId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.letters.LetterDesk;
import havn.staff.StaffMember;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What staff do with notes. Whether their role may is asked before.
public final class Notes {

  private final NoteStore store;
  private final Journal journal;
  private final InstantSource time;

  public Notes(NoteStore store, Journal journal, InstantSource time) {
    this.store = store;
    this.journal = journal;
    this.time = time;
  }

  /// Whether a note may look like this: an envelope for as many keys as there are devices, each
  /// named once, and no longer than its kind.
  public static boolean isSealedFor(Note.Kind kind, byte[] file, List<DeviceId> devices) {
    int most =
        switch (kind) {
          case PROFILE, HANDOVER -> Note.FILE_BYTES;
          case COMMENT -> Note.COMMENT_BYTES + Note.COMMENT_BYTES_EACH * devices.size();
        };
    return file.length <= most && LetterDesk.isSealedFor(file, devices);
  }

  /// Keeps a note that passes [#isSealedFor]; empty when the service has 200 of this kind.
  ///
  /// @param eraser fingerprint of the capability of the visit it was written in
  /// @param days from 1 to the most of its kind
  public Future<Optional<NoteId>> keep(
      ServiceId service,
      Note.Kind kind,
      byte[] file,
      List<DeviceId> devices,
      Optional<String> eraser,
      int days) {
    Instant now = time.instant();
    NoteId id = NoteId.fresh();
    return store
        .add(
            new NoteStore.New(
                id, service, kind, file, devices, eraser, now, now.plus(Duration.ofDays(days))))
        .map(kept -> kept ? Optional.of(id) : Optional.empty());
  }

  /// The newest first.
  public Future<List<Note>> all(Set<ServiceId> services) {
    return store.all(services, time.instant());
  }

  /// The sealed texts of one kind of a service, after a line in the journal.
  public Future<Map<NoteId, byte[]>> open(StaffId who, ServiceId service, Note.Kind kind) {
    Instant now = time.instant();
    byte[] thing = service.slug().getBytes(StandardCharsets.US_ASCII);
    return journal
        .write(new Act(who, Act.Deed.NOTES_OPEN, thing), now)
        .compose(written -> store.files(service, kind, now));
  }

  /// False when there is no such note, or it is not as the act needs it.
  public Future<Boolean> act(NoteId id, StaffMember who, NoteAct act) {
    return store.act(id, who, act, time.instant());
  }

  /// Deletes what was written in the visit with this capability; answers how many.
  public Future<Integer> eraseBy(String fingerprint) {
    return store.eraseBy(fingerprint);
  }

  public Future<Integer> sweep(Instant now) {
    return store.forget(now);
  }
}
