package havn.shift;

import havn.kernel.id.ServiceId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/// Something about somebody's seat that others changed, kept until the person has seen it.
///
/// @param number grows with every change
/// @param day the date of the plan's rule
public record SeatNews(long number, What what, ServiceId service, LocalDate day) {

  /// Most that are shown at once.
  public static final int MOST = 100;

  /// What happened.
  public enum What {
    /// The date was left out, or the plan ended.
    REMOVED("removed"),
    /// Another plan took the place of the old one, and has no seat for them.
    REPLACED("replaced"),
    /// They work for the service no more, or in another role.
    RESTRICTED("restricted"),
    /// It is at another time; they confirm again.
    MOVED("moved"),
    /// Somebody took over what they offered.
    TAKEN_OVER("taken-over"),
    /// Somebody agreed to swap: this seat is the other's now.
    SWAPPED("swapped"),
    /// Somebody did not want to swap.
    DECLINED("declined"),
    /// Their wish to swap ended, since the seat they asked for is no more.
    UNASKED("unasked");

    private final String printed;

    What(String printed) {
      this.printed = printed;
    }

    public String printed() {
      return printed;
    }

    public static Optional<What> parse(String printed) {
      return Arrays.stream(values()).filter(what -> what.printed.equals(printed)).findFirst();
    }
  }
}
