package havn.courtesy;

import java.util.Locale;
import java.util.Optional;

/// The languages a service writes in by itself: the ten of the widget, and nynorsk.
public enum Language {
  NB,
  NN,
  EN,
  ES,
  TH,
  RO,
  BG,
  RU,
  PT,
  AR,
  TR;

  /// `nb`, `nn`, `en`, ….
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The language that letters alone give away: Thai, Arabic, and what is written in Cyrillic,
  /// where ъ without ы, э or ё is Bulgarian. Empty for Latin letters.
  public static Optional<Language> ofLetters(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    if (has(text, Character.UnicodeScript.THAI)) {
      return Optional.of(TH);
    }
    if (has(text, Character.UnicodeScript.ARABIC)) {
      return Optional.of(AR);
    }
    if (!has(text, Character.UnicodeScript.CYRILLIC)) {
      return Optional.empty();
    }
    boolean russian = small.chars().anyMatch(c -> "ыэё".indexOf(c) >= 0);
    return Optional.of(!russian && small.indexOf('ъ') >= 0 ? BG : RU);
  }

  private static boolean has(String text, Character.UnicodeScript script) {
    return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == script);
  }

  public static Optional<Language> parse(String code) {
    for (Language language : values()) {
      if (language.code().equals(code)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
