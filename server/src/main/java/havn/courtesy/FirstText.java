package havn.courtesy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a service writes by itself, in eleven languages: the messages it begins with, and those it
/// answers with before anybody has read. At most 480 characters each; names, links and codes are
/// put in once, and never read again as part of the text.
///
/// Norwegian, English, Spanish, Portuguese, Romanian and Turkish are worded and spelt for the GSM
/// alphabet, the last two without the letters that it lacks, as people there write texts: at most
/// two segments. The others are UCS-2 and take up to six.
public final class FirstText {

  /// Characters of the longest text.
  public static final int LONGEST = 480;

  /// Stands for a code.
  public static final String CODE = "{code}";

  /// What we begin with.
  public enum Opening {
    /// Who writes, that there is free and confidential help, where, the code, and how to stop.
    FIRST,
    /// The same to somebody who was written to before.
    REMINDER,
    /// Only who writes, where, the code, and how to stop.
    CONTENT_FREE
  }

  /// What is answered without anybody having read.
  public enum Reply {
    /// That their message is not anonymous, whatever carries it, where one can write anonymously,
    /// and how to stop.
    AUTOMATIC,
    /// That nothing more will come, and how to undo that.
    OPT_OUT,
    /// That we may write again, and how to stop.
    UNDO
  }

  /// Who writes: the neutral name of a service and where it can be reached.
  ///
  /// @param name 1–30 characters, without line breaks
  /// @param link 1–60 characters of ASCII without spaces
  public record Sender(String name, String link) {

    public static final int LONGEST_NAME = 30;

    public Sender {
      if (name.isBlank()
          || name.length() > LONGEST_NAME
          || name.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("a sender's name has 1–30 characters on one line");
      }
      if (!LINK.matcher(link).matches()) {
        throw new IllegalArgumentException("a link is 1–60 characters of ASCII without spaces");
      }
    }
  }

  private static final Pattern LINK = Pattern.compile("[!-~]{1,60}");
  private static final Pattern PLACE = Pattern.compile("\\{(name|link|code)}");
  private static final List<String> NAMES =
      List.of("stop", "first", "reminder", "contentFree", "automatic", "optOut", "undo");

  private static final Map<Language, Map<String, String>> TEXTS =
      Table.read(
          "first-texts.json",
          row -> {
            Map<String, String> texts = new HashMap<>();
            NAMES.forEach(name -> row.text(name, LONGEST).ifPresent(t -> texts.put(name, t)));
            return Map.copyOf(texts);
          });

  private FirstText() {}

  public static String of(Opening opening, Language language, Sender sender, ProofCode code) {
    return filled(opening, language, sender, code.printed());
  }

  /// The same with [#CODE] in the code's place: what all who get it have in common.
  public static String withoutCode(Opening opening, Language language, Sender sender) {
    return filled(opening, language, sender, CODE);
  }

  /// The word of a language that its texts tell people to answer with when they want no more.
  static String stopWord(Language language) {
    return filled("stop", language, Map.of());
  }

  private static String filled(Opening opening, Language language, Sender sender, String code) {
    return filled(
        switch (opening) {
          case FIRST -> "first";
          case REMINDER -> "reminder";
          case CONTENT_FREE -> "contentFree";
        },
        language,
        Map.of("name", sender.name(), "link", sender.link(), "code", code));
  }

  public static String of(Reply reply, Language language, Sender sender) {
    return filled(
        switch (reply) {
          case AUTOMATIC -> "automatic";
          case OPT_OUT -> "optOut";
          case UNDO -> "undo";
        },
        language,
        Map.of("name", sender.name(), "link", sender.link()));
  }

  private static String filled(String which, Language language, Map<String, String> values) {
    String text = Objects.requireNonNull(TEXTS.get(language)).get(which);
    Function<MatchResult, String> value =
        place -> Matcher.quoteReplacement(Objects.requireNonNull(values.get(place.group(1))));
    return PLACE.matcher(Objects.requireNonNull(text)).replaceAll(value);
  }
}
