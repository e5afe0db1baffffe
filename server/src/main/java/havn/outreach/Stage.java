package havn.outreach;

import java.util.Locale;

/// How far things are with a card.
public enum Stage {
  NEW,
  /// Somebody began, and there was no answer.
  CONTACTED,
  /// The one reminder went out too.
  REMINDED,
  /// They wrote after we began, or before we did.
  REPLIED,
  /// They or a worker said never.
  STOPPED,
  /// It has no mobile phone.
  CALL_ONLY;

  public String printed() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
