package havn.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import havn.channel.PhoneNumber.CallOnly;
import havn.channel.PhoneNumber.NotTextable;
import havn.channel.PhoneNumber.Textable;
import havn.channel.PhoneNumber.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @CsvSource({
    "412 34 567, +4741234567",
    "+47 41 23 45 67, +4741234567",
    "004741234567, +4741234567",
    "+46 70 123 45 67, +46701234567",
    "(+47) 912-34-567, +4791234567"
  })
  void aMobilePhoneIsReadHoweverItIsWritten(String written, String e164) {
    assertEquals(e164, assertInstanceOf(Textable.class, PhoneNumber.read(written)).number().e164());
  }

  @ParameterizedTest
  @ValueSource(strings = {"22 12 34 56", "+47 55 55 55 55"})
  void aLandlineCanBeCalledOnly(String written) {
    PhoneNumber number = assertInstanceOf(CallOnly.class, PhoneNumber.read(written)).number();
    assertEquals("+47" + written.replace("+47", "").replace(" ", ""), number.e164());
  }

  @ParameterizedTest
  @ValueSource(strings = {"112", "113", "1881", "02800", "800 12 345", "829 12 345"})
  void emergencyNumbersShortNumbersAndServiceNumbersAreNotSentTexts(String written) {
    assertEquals(new NotTextable(Why.SHORT), PhoneNumber.read(written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hei", "+999 123 456 789", "4123456789012345", "12 34 56 7"})
  void whatIsNoNumberIsRefused(String written) {
    assertEquals(new NotTextable(Why.NO_NUMBER), PhoneNumber.read(written));
  }

  @ParameterizedTest
  @CsvSource({
    "+558187654321, +5581987654321",
    "+5581987654321, +5581987654321",
    "+558133334444, +558133334444",
    "+5215512345678, +525512345678",
    "+525512345678, +525512345678",
    "+5491123456789, +5491123456789",
    "+4741234567, +4741234567"
  })
  void whoWritesOverWhatsAppHasTheNumberThatTheirCardHas(String written, String e164) {
    assertEquals(e164, PhoneNumber.ofWhatsApp(written).orElseThrow().e164());
  }

  @Test
  void aNumberAndATextPrintAsNothing() {
    PhoneNumber number = assertInstanceOf(Textable.class, PhoneNumber.read("41234567")).number();
    Outgoing text = new Outgoing(havn.kernel.id.TextId.fresh(), number, "Noen venter.", false);
    for (String printed : new String[] {number.toString(), text.toString()}) {
      assertFalse(printed.contains("4123"), printed);
      assertFalse(printed.contains("venter"), printed);
    }
  }
}
