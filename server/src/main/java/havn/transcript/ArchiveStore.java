package havn.transcript;

import havn.kernel.id.ArchiveId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where archives are kept, without their shares. What has ended is not found.
public interface ArchiveStore {

  /// What is known about an archive without opening it.
  ///
  /// @param writer whose console wrote it
  /// @param devices whose mailbox keys open it, at most 9
  record Head(
      ArchiveId id,
      ServiceId service,
      StaffId writer,
      List<DeviceId> devices,
      Instant begun,
      Instant ends,
      int parts) {

    public Head {
      devices = List.copyOf(devices);
    }
  }

  /// An archive to begin.
  ///
  /// @param eraser fingerprint of the capability that may erase it
  /// @param wraps the archive's key in an age file for `devices`
  @SuppressWarnings("ArrayRecordComponent")
  record NewArchive(
      ArchiveId id,
      ServiceId service,
      String eraser,
      StaffId writer,
      byte[] wraps,
      List<DeviceId> devices,
      Instant begun,
      Instant ends) {

    public NewArchive {
      devices = List.copyOf(devices);
    }
  }

  /// An archive as it is kept.
  @SuppressWarnings("ArrayRecordComponent")
  record Sealed(Head head, byte[] wraps, List<byte[]> parts) {

    public Sealed {
      parts = List.copyOf(parts);
    }
  }

  /// What became of a part.
  enum Added {
    KEPT,
    /// No such archive of this writer, or it takes parts no longer.
    UNKNOWN,
    /// Another number is the next, or this number holds something else.
    BEHIND
  }

  /// False when there are too many, in all or with this eraser.
  Future<Boolean> begin(NewArchive archive);

  /// Adds part `number`, from 1 without holes. The same part again is kept already.
  Future<Added> add(ArchiveId id, StaffId writer, int number, byte[] content, Instant now);

  /// Those that have a part, newest first, at most 200.
  Future<List<Head>> heads(Set<ServiceId> services, Instant now);

  Future<Optional<Sealed>> find(ArchiveId id, Set<ServiceId> services, Instant now);

  /// Archives that this fingerprint may erase; at most 8.
  Future<List<ArchiveId>> erasableBy(String eraser);

  /// Archives that have ended, at most `most`.
  Future<List<ArchiveId>> ended(Instant now, int most);

  /// Removes an archive with its parts.
  Future<Void> delete(ArchiveId id);
}
