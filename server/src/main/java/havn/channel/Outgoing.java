package havn.channel;

import havn.kernel.id.TextId;

/// One text for one phone. Prints without either.
///
/// @param key the same for every try
/// @param text at most 480 characters
/// @param answer whether they wrote to us over this provider in the last 24 hours; what we begin is
///     a template where the provider takes nothing else
public record Outgoing(TextId key, Address to, String text, boolean answer) {

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
