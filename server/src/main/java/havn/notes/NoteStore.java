package havn.notes;

import havn.kernel.id.DeviceId;
import havn.kernel.id.NoteId;
import havn.kernel.id.ServiceId;
import havn.staff.StaffMember;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where notes are kept: only those of some of `services`, only those that have not ended.
public interface NoteStore {

  /// A note to keep.
  ///
  /// @param eraser fingerprint of what may delete it besides staff; empty, nothing
  @SuppressWarnings("ArrayRecordComponent")
  record New(
      NoteId id,
      ServiceId service,
      Note.Kind kind,
      byte[] file,
      List<DeviceId> devices,
      Optional<String> eraser,
      Instant at,
      Instant ends) {

    public New {
      devices = List.copyOf(devices);
    }
  }

  /// False when the service has 200 of this kind.
  Future<Boolean> add(New note);

  /// The newest first.
  Future<List<Note>> all(Set<ServiceId> services, Instant now);

  /// The sealed texts of one kind of a service.
  Future<Map<NoteId, byte[]>> files(ServiceId service, Note.Kind kind, Instant now);

  /// False when there is no such note, or it is not as the act needs it.
  Future<Boolean> act(NoteId id, StaffMember who, NoteAct act, Instant now);

  /// Answers how many.
  Future<Integer> eraseBy(String eraser);

  /// Removes what has ended; answers how many.
  Future<Integer> forget(Instant now);
}
