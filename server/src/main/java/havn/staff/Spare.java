package havn.staff;

import havn.kernel.id.DeviceId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What brings a device key back, sealed by its browser (docs/protocol/sealed.md, section 18).
///
/// @param sealed 96 bytes
@SuppressWarnings("ArrayRecordComponent")
public record Spare(DeviceId device, Method method, byte[] sealed) {

  public static final int LENGTH = 96;

  public Spare {
    if (sealed.length != LENGTH) {
      throw new IllegalArgumentException("a sealed spare has 96 bytes");
    }
  }

  /// What opens it.
  public enum Method {
    PASSKEY(1),
    KIT(2);

    private final int number;

    Method(int number) {
      this.number = number;
    }

    public String printed() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Method> parse(String printed) {
      for (Method method : values()) {
        if (method.printed().equals(printed)) {
          return Optional.of(method);
        }
      }
      return Optional.empty();
    }
  }

  /// What the device key signs when a spare is kept: `device ‖ u8 method ‖ sealed`.
  public byte[] covered() {
    byte[] id = device.bytes();
    return ByteBuffer.allocate(id.length + 1 + LENGTH)
        .put(id)
        .put((byte) method.number)
        .put(sealed)
        .array();
  }

  /// That there is one, without its bytes.
  public record Head(DeviceId device, Method method, Instant kept) {}

  /// One that is handed out, and the key it must give.
  public record Handed(byte[] sealed, byte[] ed25519) {}

  /// What somebody could bring back.
  ///
  /// @param revoked whether a device of theirs was taken out of the list: that one never comes back
  public record Shelf(List<Head> heads, boolean revoked) {

    public Shelf {
      heads = List.copyOf(heads);
    }
  }

  @Override
  public String toString() {
    return "Spare[" + device + ", " + method.printed() + "]";
  }
}
