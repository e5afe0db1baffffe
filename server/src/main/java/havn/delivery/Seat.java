package havn.delivery;

import havn.conversation.Party;
import havn.kernel.id.DeviceId;

/// A place in a room, for one connection at a time.
///
/// @param name `visitor`, `lead`, or the hexadecimal device id of another member
public record Seat(Party party, String name) {

  public static final Seat VISITOR = new Seat(Party.VISITOR, "visitor");
  public static final Seat LEAD = new Seat(Party.STAFF, "lead");

  public static Seat member(DeviceId device) {
    return new Seat(Party.STAFF, device.hex());
  }

  /// Reads a name.
  public static Seat named(String name) {
    return switch (name) {
      case "visitor" -> VISITOR;
      case "lead" -> LEAD;
      default -> new Seat(Party.STAFF, name);
    };
  }

  /// Whether the other party is told when its connection comes and goes.
  public boolean announced() {
    return this.equals(VISITOR) || this.equals(LEAD);
  }
}
