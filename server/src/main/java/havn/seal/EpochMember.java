package havn.seal;

import havn.kernel.id.DeviceId;
import java.util.Optional;

/// One slot of an epoch.
public sealed interface EpochMember {

  int slot();

  /// The visitor, always slot 0.
  record Visitor() implements EpochMember {
    @Override
    public int slot() {
      return 0;
    }
  }

  /// A staff device with the hash of its shift statement; slots 1–255.
  record Staff(int slot, DeviceId device, Hash statement) implements EpochMember {}

  private static void writeFields(
      LayoutWriter out, int slot, int kind, byte[] device, Hash statement) {
    out.u8(slot).u8(kind).bytes(device).hash(statement);
  }

  /// `slot u8 ‖ kind u8 ‖ device 16 ‖ statementHash 32`.
  static void write(EpochMember member, LayoutWriter out) {
    switch (member) {
      case Visitor visitor -> writeFields(out, 0, 1, new byte[16], Hash.ZEROS);
      case Staff staff ->
          writeFields(out, staff.slot(), 2, staff.device().bytes(), staff.statement());
    }
  }

  /// Empty for an unknown kind, a visitor elsewhere than in an all-zero slot 0, or staff in it.
  static Optional<EpochMember> read(LayoutReader in) {
    int slot = in.u8();
    int kind = in.u8();
    Optional<DeviceId> device = DeviceId.of(in.bytes(16));
    Hash statement = in.hash();
    boolean zeros =
        statement.equals(Hash.ZEROS) && device.stream().allMatch(id -> id.hex().matches("0{32}"));
    return switch (kind) {
      case 1 -> slot == 0 && zeros ? Optional.of(new Visitor()) : Optional.empty();
      case 2 -> slot > 0 ? device.map(id -> new Staff(slot, id, statement)) : Optional.empty();
      default -> Optional.empty();
    };
  }
}
