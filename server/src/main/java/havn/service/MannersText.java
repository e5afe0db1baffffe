package havn.service;

import havn.courtesy.Language;
import havn.courtesy.Manners;
import havn.courtesy.TellingWords;
import havn.kernel.text.Members;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the `manners` of a service.
final class MannersText {

  private static final Pattern TIME = Pattern.compile("[01][0-9]:[0-5][0-9]|20:00");

  private MannersText() {}

  /// With a fault the manners are those of a service that says nothing, and not to be used.
  ///
  /// @param shown names of the service that are shown
  static Manners read(Members members, Collection<String> shown) {
    boolean sundays = flag(members, "sundays");
    boolean holidays = flag(members, "holidays");
    LocalTime from = time(members, "from", Manners.EARLIEST);
    LocalTime to = time(members, "to", Manners.LATEST);
    List<String> names =
        members.has("names")
            ? members.texts(
                "names",
                Manners.MOST_NAMES,
                Manners.LONGEST_NAME,
                MannersText::name,
                "must be a name of 2 letters or more")
            : List.of();
    if (names.stream().anyMatch(name -> shown.stream().anyMatch(text -> stands(name, text)))) {
      members.refuse("names", "must have no name that is shown");
    }
    if (!from.isBefore(to)) {
      members.refuse("to", "must be later than from");
    }
    members.close();
    return from.isBefore(to) ? new Manners(sundays, holidays, from, to, names) : Manners.DEFAULT;
  }

  /// A star would make it part of a word, and one letter would stand in every text.
  private static Optional<String> name(String text) {
    return Optional.of(text.strip())
        .filter(name -> name.codePoints().filter(Character::isLetter).count() > 1)
        .filter(name -> name.indexOf('*') < 0);
  }

  private static boolean stands(String name, String text) {
    return TellingWords.found(Language.NB, text, List.of(name)).contains(name);
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
