package havn.channel;

import havn.kernel.id.TextId;

/// One text for one phone. Prints without either.
///
/// @param key the same for every try
/// @param text at most 480 characters
public record Outgoing(TextId key, PhoneNumber to, String text) {

  public static final int LONGEST = 480;

  public Outgoing {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new IllegalArgumentException("a text has 1–480 characters");
    }
  }

  @Override
  public String toString() {
    return "Outgoing[" + key + ", " + text.length() + " chars]";
  }
}
