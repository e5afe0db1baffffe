package havn.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.secret.Randomness;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Bech32Test {

  /// BIP 173, "Test vectors": valid strings whose data are whole bytes.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "A12UEL5L",
        "a12uel5l",
        "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs",
        "?1ezyfcl"
      })
  void aStringOfTheStandardIsRead(String text) {
    assertEquals(0, Bech32.decode(text).orElseThrow().data().length);
  }

  /// BIP 173, "Test vectors": invalid strings, but for the one that is only too long.
  @ParameterizedTest
  @ValueSource(
      strings = {
        " 1nwldj5",
        "\u007f1axkwrx",
        "pzry9x0s0muk",
        "1pzry9x0s0muk",
        "x1b4n0q5v",
        "li1dgmt3",
        "de1lg7wt\u00ff",
        "A1G7SGD8",
        "10a06t8",
        "1qzzfhee",
        "",
        "1",
        "A12uEL5L"
      })
  void aStringTheStandardRefusesIsRefused(String text) {
    assertTrue(Bech32.decode(text).isEmpty());
  }

  @Test
  void everyLengthComesBack() {
    for (int length = 0; length < 70; length++) {
      byte[] data = Randomness.bytes(length);
      String text = Bech32.encode("age", data);
      assertArrayEquals(data, Bech32.decode(text).orElseThrow().data());
      String capitals = text.toUpperCase(Locale.ROOT);
      assertEquals("AGE", Bech32.decode(capitals).orElseThrow().prefix());
      String changed = text.substring(0, text.length() - 1) + (text.endsWith("q") ? 'p' : 'q');
      assertEquals(Optional.empty(), Bech32.decode(changed));
    }
  }

  /// "b" and "pqq" followed by the right checksum: the last character carries a bit too many.
  @Test
  void bitsThatBelongToNoByteAreRefused() {
    assertArrayEquals(new byte[1], Bech32.decode("age1qqpexly5").orElseThrow().data());
    assertTrue(Bech32.decode("age1qpu0j2ex").isEmpty());
    assertTrue(Bech32.decode("age1qdd35qf").isEmpty());
  }
}
