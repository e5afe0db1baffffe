package havn.channel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.Objects;
import java.util.Optional;

/// A phone's number in E.164, such as `+4741234567`. Prints as `PhoneNumber[…]`.
public final class PhoneNumber implements Address {

  /// Where a number without a country belongs.
  public static final String HOME = "NO";

  private static final int LONGEST = 40;

  private final String e164;

  private PhoneNumber(String e164) {
    this.e164 = e164;
  }

  /// What somebody wrote.
  public sealed interface Read {}

  /// A number that can have texts.
  public record Textable(PhoneNumber number) implements Read {}

  /// A number that exists and can be called only, such as a landline.
  public record CallOnly(PhoneNumber number) implements Read {}

  /// None that a text or a call may go to.
  public record NotTextable(Why why) implements Read {}

  /// Why not.
  public enum Why {
    /// It is no number, or none that exists.
    NO_NUMBER,
    /// 112, 1881, 02800 and the like.
    SHORT,
    /// It can be called only.
    LANDLINE
  }

  /// Reads what somebody wrote, with spaces and signs, as from Norway.
  public static Read read(String written) {
    String text = written.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return new NotTextable(Why.NO_NUMBER);
    }
    PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    ShortNumberInfo shorts = ShortNumberInfo.getInstance();
    String digits = PhoneNumberUtil.normalizeDigitsOnly(text);
    if (shorts.connectsToEmergencyNumber(text, HOME) || digits.length() < 6) {
      return new NotTextable(digits.isEmpty() ? Why.NO_NUMBER : Why.SHORT);
    }
    Phonenumber.PhoneNumber number;
    try {
      number = util.parse(text, HOME);
    } catch (NumberParseException none) {
      return new NotTextable(Why.NO_NUMBER);
    }
    if (!util.isValidNumber(number)) {
      boolean known = shorts.isValidShortNumber(number);
      return new NotTextable(known ? Why.SHORT : Why.NO_NUMBER);
    }
    return switch (util.getNumberType(number)) {
      case MOBILE, FIXED_LINE_OR_MOBILE -> new Textable(read(number));
      case SHARED_COST, UAN, PREMIUM_RATE, TOLL_FREE, VOICEMAIL -> new NotTextable(Why.SHORT);
      case FIXED_LINE, VOIP, PERSONAL_NUMBER, PAGER, UNKNOWN -> new CallOnly(read(number));
    };
  }

  /// Who wrote to us: any number with its country, whether or not a text may go there.
  public static Optional<PhoneNumber> ofSender(String written) {
    return switch (read(written)) {
      case Textable textable -> Optional.of(textable.number());
      case CallOnly callOnly -> Optional.of(callOnly.number());
      case NotTextable not ->
          Optional.of(written.strip())
              .filter(text -> text.matches("\\+[1-9][0-9]{6,14}"))
              .map(PhoneNumber::new);
    };
  }

  /// The same over WhatsApp, which names some mobiles of Brazil without the 9 before their eight
  /// digits, and those of Mexico with a 1 that they had until 2020; here they have the name that
  /// their cards have.
  public static Optional<PhoneNumber> ofWhatsApp(String written) {
    return ofSender(
        written
            .strip()
            .replaceFirst("^\\+55([1-9][0-9])([6-9][0-9]{7})$", "+55$19$2")
            .replaceFirst("^\\+521([0-9]{10})$", "+52$1"));
  }

  private static PhoneNumber read(Phonenumber.PhoneNumber number) {
    return new PhoneNumber(PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164));
  }

  /// With its plus sign, for the provider.
  public String e164() {
    return e164;
  }

  @Override
  public String written() {
    return e164;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PhoneNumber number && e164.equals(number.e164);
  }

  @Override
  public int hashCode() {
    return Objects.hash(e164);
  }

  @Override
  public String toString() {
    return "PhoneNumber[…]";
  }
}
