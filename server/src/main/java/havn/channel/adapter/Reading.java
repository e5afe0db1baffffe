package havn.channel.adapter;

import havn.channel.Handed;
import havn.channel.PhoneNumber;
import havn.channel.Told;
import havn.kernel.id.TextId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// How what providers write becomes what we keep.
public final class Reading {

  /// A provider that names no text of a phone sends it again within seconds when our answer was
  /// lost. For a minute the same words from the same phone are taken for the same text; later ones,
  /// such as a second "yes" to another question, are another.
  public static final Duration SAME = Duration.ofMinutes(1);

  private Reading() {}

  /// A number with its country, with or without plus sign, or one of Norway without; of any kind,
  /// as who writes may say stop. Empty for names, short numbers and nonsense.
  public static Optional<PhoneNumber> number(String written) {
    String text = written.strip();
    boolean digits = text.matches("[0-9]{9,15}") && !text.startsWith("00");
    return PhoneNumber.ofSender(digits ? "+" + text : text);
  }

  /// Our own key, when it is one.
  public static Optional<TextId> key(String written) {
    return written.matches("[0-9a-f]{32}") ? Optional.of(new TextId(written)) : Optional.empty();
  }

  /// A provider's name for a text of ours: as it is up to 64 characters, else a hash of it.
  public static String name(String given) {
    return given.length() <= Handed.Accepted.LONGEST_ID ? given : hash(given);
  }

  /// What a phone sent, cut to 2,000 characters without halving one.
  public static String cut(String text) {
    if (text.length() <= Told.LONGEST_TEXT) {
      return text;
    }
    boolean halved = Character.isHighSurrogate(text.charAt(Told.LONGEST_TEXT - 1));
    return text.substring(0, Told.LONGEST_TEXT - (halved ? 1 : 0));
  }

  /// A text of a phone to which the provider gave no id: for a minute the same as another of the
  /// same parts.
  public static Told.Text unnamed(PhoneNumber from, String text, String... parts) {
    StringBuilder whole = new StringBuilder();
    for (String part : parts) {
      whole.append(part.length()).append(' ').append(part).append('\n');
    }
    return new Told.Text(hash(whole.append(text).toString()), Optional.of(SAME), from, cut(text));
  }

  /// A moment in seconds since 1970, as WhatsApp writes it.
  public static Optional<Instant> moment(String written) {
    return written.matches("[0-9]{1,11}")
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(written)))
        : Optional.empty();
  }

  /// Compares in constant time.
  public static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
