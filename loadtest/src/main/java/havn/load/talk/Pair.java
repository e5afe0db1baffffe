package havn.load.talk;

import java.nio.ByteBuffer;

/// Two ends that talk to each other, and who wants to know when a frame arrives.
public final class Pair {

  /// Hears of each frame that arrived.
  public interface Ear {

    /// `counter` of the frame that `by` sent has reached the other end.
    void arrived(Pair pair, End by, int counter);
  }

  private final End visitor;
  private final End staff;
  private Ear ear = (pair, by, counter) -> {};

  public Pair(End visitor, End staff) {
    this.visitor = visitor;
    this.staff = staff;
  }

  public End visitor() {
    return visitor;
  }

  public End staff() {
    return staff;
  }

  public End other(End end) {
    return end == visitor ? staff : visitor;
  }

  /// From now on `next` hears of arrivals.
  public void tell(Ear next) {
    ear = next;
  }

  /// A message came to the visitor's socket. False when it carries no frame of the staff.
  public boolean atVisitor(ByteBuffer in, int from, int length) {
    return at(visitor, staff, in, from, length);
  }

  /// A message came to the staff's socket. False when it carries no frame of the visitor.
  public boolean atStaff(ByteBuffer in, int from, int length) {
    return at(staff, visitor, in, from, length);
  }

  /// Frames sent that have not arrived.
  public int underway() {
    return visitor.sent() - staff.heard() + staff.sent() - visitor.heard();
  }

  private boolean at(End here, End by, ByteBuffer in, int from, int length) {
    int counter = here.counterIn(in, from, length);
    if (counter < 0) {
      return false;
    }
    ear.arrived(this, by, counter);
    return true;
  }
}
