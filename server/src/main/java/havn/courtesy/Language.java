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

  public static Optional<Language> parse(String code) {
    for (Language language : values()) {
      if (language.code().equals(code)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
