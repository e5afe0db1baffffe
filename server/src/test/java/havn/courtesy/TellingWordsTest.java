package havn.courtesy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import havn.kernel.text.Json;
import havn.kernel.text.Members;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TellingWordsTest {

  private static final Path VECTORS = Path.of("../docs/protocol/vectors/telling.json");

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

  /// What the console's own reading of the table is held by, too.
  @Test
  void theVectorsComeOut() throws IOException {
    List<String> faults = new ArrayList<>();
    Json whole = ((Json.Value) Json.read(Files.readString(VECTORS))).json();
    List<Boolean> checked =
        Members.of(whole, "", faults)
            .list("vectors", 100, (json, path) -> check((Json.Obj) json, path));
    assertEquals(List.of(), faults);
    assertEquals(22, checked.size());
  }

  @Test
  void namesComeFirstAndThenTheChosenLanguage() {
    String text = "ROSA: prezervativ, massasje";
    assertEquals(
        List.of("ROSA", "prezervativ", "massasje"),
        TellingWords.found(Language.RO, text, List.of("ROSA")));
    assertEquals("massasje", TellingWords.found(Language.NB, text, List.of()).getFirst());
  }

  private static Optional<Boolean> check(Json.Obj vector, String path) {
    Language language = Language.parse(texts(vector, "language").getFirst()).orElseThrow();
    String text = texts(vector, "text").getFirst();
    assertEquals(
        texts(vector, "found"), TellingWords.found(language, text, texts(vector, "names")), path);
    return Optional.of(true);
  }

  /// A text, or a list of them.
  private static List<String> texts(Json.Obj vector, String name) {
    Json member = Objects.requireNonNull(vector.members().get(name));
    List<Json> items = member instanceof Json.Arr list ? list.items() : List.of(member);
    return items.stream().map(each -> ((Json.Str) each).text()).toList();
  }
}
