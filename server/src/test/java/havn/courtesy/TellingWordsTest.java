package havn.courtesy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TellingWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hjelp til sexarbeidere|sexarbeid",
        "Gratis HIV-test|hiv",
        "MASSASJESALONGER|massasje",
        "Vi kjenner politiet.|politiet",
        "Ofre for menneskehandel|menneskehand",
        "Support for sex workers|sex",
        "a victim of trafficking|traffick",
        "Trabajo sexual|sexual",
        "clínica gratuita|clinica",
        "ช่วยเหลือพนักงานบริการทุกคน|พนักงานบริการ",
        "ตรวจเอชไอวีฟรี|เอชไอวี",
        "ajutor pentru prostituate|prostitu",
        "безплатни презервативи|презерватив",
        "Помощь проституткам|проститу",
        "apoio a acompanhantes|acompanhante",
        "مساعدة ضحايا الاتجار بالبشر|اتجار بالبشر",
        "للشُّرطة|شرطة",
        "SEKS İŞÇİLERİ|seks isci",
        "polİs|polis"
      })
  void aTellingWordIsFoundInWhateverLanguageTheTextIsWrittenIn(String text, String word) {
    for (Language language : Language.values()) {
      assertEquals(
          true, TellingWords.found(language, text, List.of()).contains(word), language::code);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Vi gir gratis og fortrolig hjelp.",
        "Klokka seks i Essex, politikk og terapi",
        "Massiv testamentarisk skolehora",
        "Ayuda gratuita",
        "Помощь",
        "ความช่วยเหลือ",
        "مساعدة مجانية"
      })
  void wordsThatOnlyLookLikeThemAreNot(String text) {
    assertEquals(List.of(), TellingWords.found(Language.NB, text, List.of()));
  }

  @Test
  void namesCountAsWholeWordsAndInThaiAnywhere() {
    List<String> names = List.of("Pro Sentret", "ROSA", "บ้านโรซา", " ");
    assertEquals(
        List.of("Pro Sentret"), TellingWords.found(Language.NB, "Hilsen Pro-Sentret!", names));
    assertEquals(List.of("ROSA"), TellingWords.found(Language.NB, "Hei fra Rosa.", names));
    assertEquals(List.of(), TellingWords.found(Language.NB, "rosablomst, pro og sentret", names));
    assertEquals(List.of("บ้านโรซา"), TellingWords.found(Language.TH, "จากบ้านโรซาค่ะ", names));
    assertThrows(
        IllegalArgumentException.class,
        () -> TellingWords.found(Language.NB, "", Collections.nCopies(51, "x")));
  }

  @Test
  void namesComeFirstAndThenTheChosenLanguage() {
    String text = "ROSA: prezervativ, massasje";
    assertEquals(
        List.of("ROSA", "prezervativ", "massasje"),
        TellingWords.found(Language.RO, text, List.of("ROSA")));
    assertEquals("massasje", TellingWords.found(Language.NB, text, List.of()).getFirst());
  }
}
