package havn.outreach;

import havn.courtesy.FirstText;
import havn.courtesy.Language;
import havn.kernel.id.ServiceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/// What a campaign of a service may send, word for word: the texts of eleven languages as they are
/// rendered now, with `{code}` where each has a code of its own. Whoever approves sees them, and a
/// release for the campaign has to be one of them.
public final class CampaignTexts {

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

  /// SHA-256 of `havn/1/campaign` and all texts, each part followed by 0. Another name or address
  /// of the service makes another one.
  public byte[] digest(ServiceId service) {
    MessageDigest digest = sha256();
    put(digest, "havn/1/campaign");
    for (Language language : Language.values()) {
      put(digest, language.code());
      of(service, language)
          .forEach(
              said -> {
                put(digest, said.opening().name());
                put(digest, said.text());
              });
    }
    return digest.digest();
  }

  /// Whether a text is one of a language's, whatever its code.
  boolean permits(ServiceId service, Language language, String text) {
    String said = Codes.without(text);
    return of(service, language).stream().anyMatch(one -> one.text().equals(said));
  }

  private static void put(MessageDigest digest, String part) {
    digest.update(part.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
