package havn.wire;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Short words that people are matched by. None can hold what separates them where they are kept.
final class Words {

  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9-]{2,16}");
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");
  /// Which community somebody is of is never said.
  private static final Pattern TRAIT =
      Pattern.compile("(?=.{1,32}$)((gender|profession):[a-z-]+|community:outside)");

  private Words() {}

  /// BCP 47 languages.
  static Set<String> tags(List<String> words, int most) {
    return all(words, TAG, most);
  }

  static boolean isTag(String word) {
    return TAG.matcher(word).matches();
  }

  /// Lanes.
  static Set<String> names(List<String> words, int most) {
    return all(words, NAME, most);
  }

  /// What visitors may wish for in a person.
  static Set<String> traits(List<String> words, int most) {
    return all(words, TRAIT, most);
  }

  static boolean isTrait(String word) {
    return TRAIT.matcher(word).matches();
  }

  private static Set<String> all(List<String> words, Pattern form, int most) {
    Malformed.unless(words.size() <= most);
    words.forEach(word -> Malformed.unless(form.matcher(word).matches()));
    return Set.copyOf(words);
  }
}
