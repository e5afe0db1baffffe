package havn.notes;

import havn.kernel.id.DeviceId;
import havn.kernel.id.NoteId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A note without its text.
///
/// @param devices whom it is sealed to
/// @param holder who sees to it; empty, nobody yet
public record Note(
    NoteId id,
    ServiceId service,
    Kind kind,
    List<DeviceId> devices,
    Optional<Holder> holder,
    boolean done,
    Instant at,
    Instant ends) {

  /// Of a kind, for each service.
  public static final int MOST = 200;

  public static final int FILE_BYTES = 24_576;

  /// What a comment's envelope has for each device, and for its 280 characters, which are padded to
  /// 2 KiB at most.
  public static final int COMMENT_BYTES_EACH = 1_560;

  public static final int COMMENT_BYTES = 2_304;

  public Note {
    devices = List.copyOf(devices);
  }

  /// Somebody of staff.
  public record Holder(StaffId id, String name) {
    @Override
    public String toString() {
      return "Holder[" + id + "]";
    }
  }

  /// What it is.
  public enum Kind {
    /// Somebody wrote to the service's profile on another site.
    PROFILE,
    /// By what somebody can be recognised.
    COMMENT,
    /// What the next shift should know.
    HANDOVER;

    /// How long one is kept at most.
    public int mostDays() {
      return this == HANDOVER ? 7 : 30;
    }

    public static Optional<Kind> parse(String printed) {
      for (Kind kind : values()) {
        if (kind.printed().equals(printed)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    public String printed() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
