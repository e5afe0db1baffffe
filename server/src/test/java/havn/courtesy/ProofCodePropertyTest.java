package havn.courtesy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.ServiceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class ProofCodePropertyTest {

  private static final ServiceId SERVICE = new ServiceId("pro-mann");

  @Property(tries = 200)
  void aCodeIsReadHoweverItIsTyped() {
    ProofCode code = ProofCode.fresh();
    String printed = code.printed();
    assertTrue(printed.matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"), "printed");
    for (String typed :
        List.of(
            printed,
            printed.toLowerCase(Locale.ROOT),
            printed.replace("-", ""),
            " " + printed.replace('-', '–') + "\n",
            printed.replace("-", " - "),
            printed.replace('0', 'O').replace('1', 'l'),
            printed.replace('0', 'o').replace('1', 'I'))) {
      assertEquals(Optional.of(code), ProofCode.parse(typed));
    }
    assertFalse(code.toString().contains(printed.substring(0, 4)));
  }

  @Example
  void nobodyTakesACodeForHoursOrANumber() {
    for (int i = 0; i < 200_000; i++) {
      assertTrue(ProofCode.fresh().printed().matches(".*[A-Z].*"));
    }
  }

  @Property
  void nothingElseIsACode(@ForAll @StringLength(max = 60) String typed) {
    ProofCode.parse(typed).ifPresent(code -> assertEquals(9, code.printed().length()));
  }

  @Example
  void whatIsTooShortTooLongOrHasOtherLettersIsNone() {
    for (String typed :
        Set.of(
            "", "ABCD-EFG", "ABCD-EFGHJ", "ABCD-EFGU", "ABCD-EFG!", "ABCDEFGH" + " ".repeat(40))) {
      assertEquals(Optional.empty(), ProofCode.parse(typed));
    }
  }

  @Example
  void codesAreDrawnFromAll40Bits() {
    Set<ProofCode> drawn = new HashSet<>();
    Set<Integer> letters = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      ProofCode code = ProofCode.fresh();
      drawn.add(code);
      code.printed().replace("-", "").chars().forEach(letters::add);
    }
    assertEquals(2_000, drawn.size());
    assertEquals(32, letters.size());
  }

  @Example
  void theTagIsWhatTheDocumentSays() throws Exception {
    ProofCode code = ProofCode.parse("0123-ABCD").orElseThrow();
    byte[] expected =
        MessageDigest.getInstance("SHA-256")
            .digest("havn/1/proof\0pro-mann\u00000123ABCD".getBytes(StandardCharsets.US_ASCII));
    assertArrayEquals(expected, code.tag(SERVICE));
    assertNotEquals(
        Arrays.toString(expected), Arrays.toString(code.tag(new ServiceId("pro-sentret"))));
  }
}
