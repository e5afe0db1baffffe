package havn.courtesy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.courtesy.Demands.Lack;
import havn.courtesy.FirstText.Opening;
import havn.courtesy.FirstText.Sender;
import havn.courtesy.StopWords.Meaning;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemandsTest {

  private static final Sender SENDER = new Sender("Lykta", "https://havn.example/chat/lykta");
  private static final ProofCode CODE = ProofCode.parse("7K2M-9QXD").orElseThrow();

  @ParameterizedTest
  @EnumSource
  void ourOwnTextsHaveWhatTheyMust(Language language) {
    for (Opening opening : Opening.values()) {
      assertEquals(Set.of(), lacks(language, FirstText.of(opening, language, SENDER, CODE)));
    }
    assertEquals(Meaning.STOP, StopWords.read(FirstText.stopWord(language)));
  }

  @ParameterizedTest
  @EnumSource
  void withoutTheWordOrTheAddressTheyLackIt(Language language) {
    String text = FirstText.of(Opening.FIRST, language, SENDER, CODE);
    String word = FirstText.stopWord(language);
    assertEquals(Set.of(Lack.STOP), lacks(language, text.replace(word, "…")));
    assertEquals(Set.of(Lack.LINK), lacks(language, text.replace("/lykta", "/annen")));
    assertEquals(Set.of(Lack.LINK, Lack.STOP), lacks(language, "…"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hei! https://havn.example/chat/lykta Send stopp om du vil ha fred.",
        "Svar «STOPP» eller se https://havn.example/chat/lykta.",
        "STOP: https://havn.example/chat/lykta?a"
      })
  void theyMayBeSaidInOtherWords(String text) {
    assertEquals(Set.of(), lacks(Language.NB, text));
  }

  @ParameterizedTest
  @CsvSource({
    "https://havn.example/chat/lykta-2 STOPP, LINK",
    "https://havn.example/chat/lykta/x STOPP, LINK",
    "https://havn.example/chat/lykta2 STOPP, LINK",
    "havn.example/chat/lykta STOPP, LINK",
    "https://havn.example/chat/lykta Vi vil ikke stoppe deg, STOP",
    "https://havn.example/chat/lykta Slutt, STOP"
  })
  void whatOnlyLooksLikeItIsNone(String text, Lack lack) {
    assertEquals(Set.of(lack), lacks(Language.NB, text));
  }

  @Test
  void theWordIsInTheLanguageOfTheText() {
    String text = "Здравствуйте! https://havn.example/chat/lykta Ответьте ";
    assertEquals(Set.of(), lacks(Language.RU, text + "стоп."));
    assertEquals(Set.of(Lack.STOP), lacks(Language.RU, text + "หยุด"));
    assertEquals(Set.of(), lacks(Language.TH, "https://havn.example/chat/lykta ตอบหยุดแล้ว"));
  }

  private static Set<Lack> lacks(Language language, String text) {
    return Demands.lacks(language, text, SENDER);
  }
}
