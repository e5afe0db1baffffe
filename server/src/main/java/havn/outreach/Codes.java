package havn.outreach;

import havn.courtesy.FirstText;
import havn.courtesy.ProofCode;
import havn.kernel.id.ContactId;
import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The codes in texts: drawn with a draft, known from the day when a text with them goes out.
final class Codes {

  /// How long a draft may lie.
  private static final Duration DRAFT = Duration.ofDays(1);

  private static final int MOST_IN_A_TEXT = 3;
  /// With a letter: `0900-1600` are hours.
  private static final Pattern PRINTED =
      Pattern.compile("(?=[0-9-]{0,8}[A-HJKMNP-TV-Z])[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");

  private final ProofStore store;

  Codes(ProofStore store) {
    this.store = store;
  }

  Future<Void> draw(ServiceId service, ContactId card, ProofCode code, Instant now) {
    return store.keep(service, card, code.tag(service), now.plus(DRAFT));
  }

  /// A text with [FirstText#CODE] in the place of each code.
  static String without(String text) {
    return PRINTED.matcher(text).replaceAll(Matcher.quoteReplacement(FirstText.CODE));
  }

  /// Tags of the codes in a text, the first three, each once.
  static List<byte[]> in(ServiceId service, String text) {
    return PRINTED
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .distinct()
        .limit(MOST_IN_A_TEXT)
        .flatMap(printed -> ProofCode.parse(printed).stream())
        .map(code -> code.tag(service))
        .toList();
  }
}
