package havn.service;

import havn.courtesy.Manners;
import havn.kernel.text.Members;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the `manners` of a service.
final class MannersText {

  private static final Pattern TIME = Pattern.compile("[01][0-9]:[0-5][0-9]|20:00");

  private MannersText() {}

  /// With a fault the manners are those of a service that says nothing, and not to be used.
  static Manners read(Members members) {
    boolean sundays = flag(members, "sundays");
    boolean holidays = flag(members, "holidays");
    LocalTime from = time(members, "from", Manners.EARLIEST);
    LocalTime to = time(members, "to", Manners.LATEST);
    if (!from.isBefore(to)) {
      members.refuse("to", "must be later than from");
    }
    members.close();
    return from.isBefore(to) ? new Manners(sundays, holidays, from, to) : Manners.DEFAULT;
  }

  private static boolean flag(Members members, String name) {
    return members.has(name) && members.flag(name).orElse(false);
  }

  private static LocalTime time(Members members, String name, LocalTime otherwise) {
    return members.has(name)
        ? members
            .text(name, 5, MannersText::time, "must be a time from 10:00 to 20:00")
            .orElse(otherwise)
        : otherwise;
  }

  private static Optional<LocalTime> time(String text) {
    return Optional.of(text)
        .filter(TIME.asMatchPredicate())
        .map(LocalTime::parse)
        .filter(time -> !time.isBefore(Manners.EARLIEST));
  }
}
