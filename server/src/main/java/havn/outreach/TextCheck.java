package havn.outreach;

import havn.correspondence.Releasing;
import havn.courtesy.Demands;
import havn.courtesy.FirstText;
import havn.courtesy.FirstText.Opening;
import havn.courtesy.Language;
import havn.courtesy.TellingWords;
import havn.kernel.id.ServiceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a text may begin contact as somebody left it: it says where and how to stop, and nothing
/// that tells; and whoever is to be told only who writes gets our own words, unchanged.
final class TextCheck {

  private final Senders senders;

  TextCheck(Senders senders) {
    this.senders = senders;
  }

  /// Why not; empty, it may.
  ///
  /// @param names of the service that must not be said
  Optional<Beginnings.Released> refuses(
      ServiceId service, Opening opening, Language language, String text, List<String> names) {
    return switch (senders.of(service, language)) {
      case Senders.Missing missing -> Optional.of(new Beginnings.NoSender(missing.setting()));
      case Senders.Found found -> refuses(opening, language, text, names, found.sender());
    };
  }

  private static Optional<Beginnings.Released> refuses(
      Opening opening,
      Language language,
      String text,
      List<String> names,
      FirstText.Sender sender) {
    if (opening == Opening.CONTENT_FREE) {
      String ours = FirstText.withoutCode(opening, language, sender);
      return Codes.without(text).strip().equals(ours)
          ? Optional.empty()
          : Optional.of(new Beginnings.OnlyWhoWrites());
    }
    Set<Demands.Lack> lacks = Demands.lacks(language, text, sender);
    if (!lacks.isEmpty()) {
      return Optional.of(new Beginnings.Lacking(lacks));
    }
    List<String> telling = TellingWords.found(language, text, names);
    return telling.isEmpty()
        ? Optional.empty()
        : Optional.of(new Beginnings.Asked(new Releasing.Telling(telling)));
  }
}
