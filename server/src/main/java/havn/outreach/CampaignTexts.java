package havn.outreach;

import havn.courtesy.FirstText;
import havn.courtesy.Language;
import havn.kernel.id.ServiceId;
import havn.seal.Hash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What a campaign of a service may send, word for word: the texts of eleven languages as they are
/// rendered now, with `{code}` where each has a code of its own. Whoever approves sees them, and a
/// release for the campaign has to be one of them.
public final class CampaignTexts {

  private static final byte[] END = {0};

  private final Senders senders;

  public CampaignTexts(Senders senders) {
    this.senders = senders;
  }

  /// One text.
  public record Said(FirstText.Opening opening, String text) {}

  /// Those of a language, at most three; none where the service cannot sign a text.
  public List<Said> of(ServiceId service, Language language) {
    List<Said> texts = new ArrayList<>();
    senders
        .find(service, language)
        .ifPresent(
            sender -> {
              for (FirstText.Opening opening : FirstText.Opening.values()) {
                texts.add(new Said(opening, FirstText.withoutCode(opening, language, sender)));
              }
            });
    return texts;
  }

  /// SHA-256 of `havn/1/campaign` and the texts of these languages, each part followed by 0.
  /// Another name or address of the service makes another one.
  public Hash digest(ServiceId service, Collection<String> languages) {
    List<byte[]> parts = new ArrayList<>();
    put(parts, "havn/1/campaign");
    for (Language language : Language.values()) {
      if (languages.contains(language.code())) {
        put(parts, language.code());
        of(service, language)
            .forEach(
                said -> {
                  put(parts, said.opening().name());
                  put(parts, said.text());
                });
      }
    }
    return Hash.of(parts.toArray(byte[][]::new));
  }

  /// Whether a text is the one that a language has to begin with like this, whatever its code.
  boolean isOurs(ServiceId service, Language language, FirstText.Opening opening, String text) {
    return of(service, language).contains(new Said(opening, Codes.without(text)));
  }

  private static void put(List<byte[]> parts, String part) {
    parts.add(part.getBytes(StandardCharsets.UTF_8));
    parts.add(END);
  }
}
