package havn.channel.smpp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudhopper.commons.charset.CharsetUtil;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// How texts are coded and cut; ch-smpp's coding of GSM 03.38 is asked as well.
class PartPropertyTest {

  private static final String GSM =
      "@£$¥èéùìòÇ\n"
          + "Øø\r"
          + "ÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
          + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€";

  @Property
  void gsmIsWrittenAndReadAsByAnIndependentLibrary(@ForAll("gsm") String text) {
    byte[] septets = Gsm7.write(text).orElseThrow();
    assertArrayEquals(CharsetUtil.encode(text, CharsetUtil.CHARSET_GSM), septets);
    assertEquals(text, Gsm7.read(septets));
  }

  @Property
  void partsMakeTheTextAndHalveNoCharacter(@ForAll("texts") String text) {
    List<Part> parts = Part.of(text, (byte) 7);
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      int header = part.headed() ? 6 : 0;
      byte[] body = Arrays.copyOfRange(part.bytes(), header, part.bytes().length);
      assertEquals(parts.size() > 1, part.headed());
      if (part.headed()) {
        byte[] expected = {5, 0, 3, 7, (byte) parts.size(), (byte) (i + 1)};
        assertArrayEquals(expected, Arrays.copyOf(part.bytes(), 6));
      }
      int most = part.coding() == Part.GSM ? (header == 0 ? 160 : 153) : (header == 0 ? 140 : 134);
      assertTrue(body.length <= most, () -> "" + body.length);
      String piece =
          part.coding() == Part.GSM ? Gsm7.read(body) : new String(body, StandardCharsets.UTF_16BE);
      assertTrue(piece.indexOf('\ufffd') < 0);
      joined.append(piece);
    }
    assertEquals(text, joined.toString());
  }

  @Provide
  Arbitrary<String> gsm() {
    return Arbitraries.of(GSM.chars().mapToObj(c -> "" + (char) c).toList())
        .list()
        .ofMaxSize(480)
        .map(characters -> String.join("", characters));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> wide = Arbitraries.of("å", "Ж", "🙂", "ก", "€", "a", "[", " ");
    Arbitrary<String> mixed =
        wide.list().ofMinSize(1).ofMaxSize(240).map(characters -> String.join("", characters));
    return Arbitraries.oneOf(gsm().filter(text -> !text.isEmpty()), mixed);
  }
}
