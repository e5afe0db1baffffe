package havn.courtesy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.courtesy.FirstText.Opening;
import havn.courtesy.FirstText.Reply;
import havn.courtesy.FirstText.Sender;
import havn.courtesy.Segments.Encoding;
import havn.courtesy.StopWords.Meaning;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FirstTextTest {

  private static final Sender USUAL = new Sender("Lykta", "https://havn.example/lykta");
  private static final Sender LONGEST = new Sender("N".repeat(30), "https://" + "l".repeat(52));
  private static final ProofCode CODE = ProofCode.parse("7K2M-9QXD").orElseThrow();
  private static final Set<Language> UCS_2 =
      Set.of(Language.TH, Language.BG, Language.RU, Language.AR);

  @ParameterizedTest
  @EnumSource
  void whatWeBeginSaysWhoWritesWhereTheCodeAndHowToStop(Language language) {
    for (Opening opening : Opening.values()) {
      String text = FirstText.of(opening, language, USUAL, CODE);
      for (String part : List.of(USUAL.name(), USUAL.link() + " ", "7K2M-9QXD")) {
        assertTrue(text.contains(part), text);
      }
      assertTrue(offers(text, Meaning.STOP), text);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyReplySaysWhoWritesAndHowToGoOnOrStop(Language language) {
    for (Reply reply : Reply.values()) {
      String text = FirstText.of(reply, language, USUAL);
      assertTrue(text.contains(USUAL.name()), text);
      assertEquals(reply == Reply.AUTOMATIC, text.contains(USUAL.link() + " "), text);
      assertEquals(reply == Reply.OPT_OUT, offers(text, Meaning.UNDO), text);
      assertEquals(reply != Reply.OPT_OUT, offers(text, Meaning.STOP), text);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noReplyNamesWhatCarriesIt(Language language) {
    String text = FirstText.of(Reply.AUTOMATIC, language, USUAL);
    for (String medium : List.of("SMS", "WhatsApp", "الرسائل القصيرة")) {
      assertTrue(!text.contains(medium), text);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noTextTellsAndNoneIsLongerThan480(Language language) {
    texts(language, LONGEST)
        .forEach(
            text -> {
              assertEquals(List.of(), TellingWords.found(language, text, List.of()), text);
              assertTrue(text.length() <= FirstText.LONGEST, text);
              assertTrue(!text.contains("{") && !text.contains("}"), text);
            });
  }

  @ParameterizedTest
  @EnumSource
  void latinTextsFitTwoSegmentsAndTheOthersSix(Language language) {
    texts(language, LONGEST)
        .forEach(
            text -> {
              Segments segments = Segments.of(text);
              boolean latin = !UCS_2.contains(language);
              assertEquals(
                  latin ? Encoding.GSM_7 : Encoding.UCS_2,
                  segments.encoding(),
                  () -> text + segments.forcing());
              assertTrue(segments.segments() <= (latin ? 2 : 6), text);
            });
  }

  @Test
  void noTwoTextsAreTheSame() {
    Set<String> all = new HashSet<>();
    Arrays.stream(Language.values()).flatMap(l -> texts(l, USUAL)).forEach(all::add);
    assertEquals(Language.values().length * 6, all.size());
  }

  @Test
  void aNameIsNeverReadAsPartOfTheText() {
    Sender odd = new Sender("{code} $1 \\ {link}", "https://havn.example/{name}");
    String text = FirstText.of(Opening.CONTENT_FREE, Language.EN, odd, CODE);
    assertEquals(
        "Hi! We are {code} $1 \\ {link}: https://havn.example/{name} Code that shows it is us:"
            + " 7K2M-9QXD. Reply STOP and we will not write again.",
        text);
  }

  @Test
  void aSenderHasANameOnOneLineAndALinkOfAscii() {
    for (String name : List.of("", " ", "a\nb", "n".repeat(31))) {
      assertThrows(IllegalArgumentException.class, () -> new Sender(name, "https://a.no"));
    }
    for (String link : List.of("", "https://a b", "https://æ.no", "l".repeat(61))) {
      assertThrows(IllegalArgumentException.class, () -> new Sender("Lykta", link));
    }
  }

  /// Whether some word of the text, sent back, is read as `meaning`.
  private static boolean offers(String text, Meaning meaning) {
    return Arrays.stream(text.split(" ")).anyMatch(word -> StopWords.read(word) == meaning);
  }

  private static Stream<String> texts(Language language, Sender sender) {
    return Stream.concat(
        Arrays.stream(Opening.values()).map(o -> FirstText.of(o, language, sender, CODE)),
        Arrays.stream(Reply.values()).map(r -> FirstText.of(r, language, sender)));
  }
}
