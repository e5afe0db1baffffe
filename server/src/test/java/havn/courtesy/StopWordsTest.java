package havn.courtesy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.courtesy.StopWords.Meaning;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StopWordsTest {

  @ParameterizedTest
  @EnumSource
  void everyPublishedWordIsReadHoweverItIsWritten(Language language) {
    StopWords.of(language).stop().forEach(word -> assertReads(Meaning.STOP, word));
    StopWords.of(language).undo().forEach(word -> assertReads(Meaning.UNDO, word));
  }

  @ParameterizedTest
  @EnumSource
  void noPublishedWordCountsInsideALongerMessage(Language language) {
    List<String> around = List.of("%s 2 uur", "wieczorem %s", "kann %s nicht", "%s?nein, bitte");
    words(language)
        .forEach(
            word ->
                around.forEach(
                    text ->
                        assertEquals(
                            Meaning.NEITHER,
                            StopWords.read(text.formatted(word)),
                            () -> text.formatted(word))));
  }

  @ParameterizedTest
  @EnumSource
  void eachLanguageHasSeveralOfBothInItsOwnScript(Language language) {
    assertTrue(StopWords.of(language).stop().size() >= 10);
    assertTrue(StopWords.of(language).undo().size() >= 5);
    boolean own =
        switch (language) {
          case TH -> written(language, Character.UnicodeScript.THAI);
          case AR -> written(language, Character.UnicodeScript.ARABIC);
          case BG, RU -> written(language, Character.UnicodeScript.CYRILLIC);
          case NB, NN, EN, ES, RO, PT, TR -> written(language, Character.UnicodeScript.LATIN);
        };
    assertTrue(own);
  }

  @Test
  void noWordIsBoth() {
    Set<String> stop = folded(StopWords.Words::stop);
    Set<String> both = new HashSet<>(stop);
    both.retainAll(folded(StopWords.Words::undo));
    assertEquals(Set.of(), both);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stop",
        "Stop.",
        " STOP \n",
        "«Stopp!»",
        "S T O P",
        "s.t.o.p",
        "ＳＴＯＰ",
        "𝐒𝐓𝐎𝐏",
        "STOP 🛑🛑",
        "ｓｔｏｐ",
        "st\u00ADop",
        "\u202ASTOP\u202C",
        "STOP!!! STOP!!!",
        "Stop. Slutt.",
        "opt-out",
        "Don’t text me",
        "no más!!",
        "NO MAS",
        "İptal",
        "iptal",
        "ıptal",
        "IPTAL",
        "ÇIKIŞ",
        "cikis",
        "Çıkış",
        "oprește",
        "oprește",
        "opreşte",
        "OPRESTE",
        "nu-mi mai scrie",
        "не пишите мне больше!",
        "Не  Пишите",
        "стоп",
        "спри",
        "หยุด",
        "หยุด ค่ะ",
        "“หยุด”",
        "توقّف",
        "تَوَقَّفْ",
        "تـــوقف",
        "ايقاف",
        "إيقاف",
        "أوقف",
        "الغاء الاشتراك",
        "إلغاء الإشتراك",
        "\u202Bتوقف\u202C",
        "لا أُريد رسائل",
        "não me escreva mais",
        "NAO ME ESCREVA MAIS",
        "stopp takk",
        "svar stopp",
        "Stop, thank you!",
        "stop por favor",
        "Стоп, пожалуйста",
        "отстаньте",
        "الغي",
        "الغاء الرسائل"
      })
  void aStopIsReadInEveryWriting(String message) {
    assertEquals(Meaning.STOP, StopWords.read(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start",
        "Start!",
        "ＳＴＡＲＴ",
        "старт",
        "СТАРТ 🙂",
        "เริ่ม",
        "ابدأ",
        "إبدأ",
        "başla",
        "BASLA",
        "BAŞLA."
      })
  void anUndoIsReadInEveryWriting(String message) {
    assertEquals(Meaning.UNDO, StopWords.read(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "🛑",
        "...",
        "stop start",
        "please do not stop",
        "when does it stop?",
        "stopover",
        "nei takk",
        "ja",
        "ok",
        "para",
        "Alta",
        "เลิก",
        "salir",
        "red",
        "hora",
        "ไม่หยุด",
        "หยด",
        "لا توقف",
        "не стоп",
        "stop 2",
        "jeg vil slutte",
        "how do I stop him",
        "поздрав",
        "buss stopp",
        "takk",
        "svar",
        "svar takk",
        "takk for sist, stopp"
      })
  void everythingElseIsNeither(String message) {
    assertEquals(Meaning.NEITHER, StopWords.read(message));
  }

  @Test
  void whoRepeatsAWordManyTimesIsHeardAndAVeryLongMessageIsNotLookedAt() {
    assertEquals(Meaning.STOP, StopWords.read("STOP ".repeat(400)));
    assertEquals(Meaning.NEITHER, StopWords.read("STOP ".repeat(401)));
  }

  @Test
  void theLanguageOfAWordIsKnownWhereOneAloneHasIt() {
    assertEquals(Optional.of(Language.RU), StopWords.language("Отписаться"));
    assertEquals(Optional.of(Language.TR), StopWords.language("İptal, lütfen"));
    assertEquals(Optional.of(Language.TH), StopWords.language("เริ่ม"));
    assertEquals(Optional.empty(), StopWords.language("STOP"));
    assertEquals(Optional.empty(), StopWords.language("Hei"));
  }

  @ParameterizedTest
  @CsvSource({
    "สวัสดี, TH",
    "مرحبا, AR",
    "Здравствуйте, RU",
    "Здравей, RU",
    "Добър ден, BG",
    "Hei, "
  })
  void lettersGiveALanguageAway(String text, @Nullable Language language) {
    assertEquals(Optional.ofNullable(language), Language.ofLetters(text));
  }

  private static void assertReads(Meaning meaning, String word) {
    Stream.of(
            word,
            word.toLowerCase(Locale.ROOT),
            word.toUpperCase(Locale.ROOT),
            word.toLowerCase(Locale.of("tr")),
            Normalizer.normalize(word, Normalizer.Form.NFD),
            Normalizer.normalize(word, Normalizer.Form.NFKD),
            "  " + word + ".  ",
            "«" + word + "»!!! 😡",
            word.replace(" ", ""),
            word.replace(' ', '\u00A0'),
            "\u200F" + word + "\u200E",
            Folding.words(word).size() == 1 ? word + "\n" + word : word,
            wide(word),
            accentless(word))
        .forEach(written -> assertEquals(meaning, StopWords.read(written), () -> written));
  }

  /// In the full-width forms of East Asian keyboards.
  private static String wide(String word) {
    return word.codePoints()
        .map(c -> c > ' ' && c < 0x7f ? c + 0xfee0 : c)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /// As phones without those keys write Latin letters.
  private static String accentless(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD)
        .replaceAll("[\\u0300-\\u036F]", "")
        .replace("Æ", "AE");
  }

  private static boolean written(Language language, Character.UnicodeScript script) {
    return Stream.of(StopWords.of(language).stop(), StopWords.of(language).undo())
        .allMatch(
            words ->
                words.stream()
                        .filter(w -> Character.UnicodeScript.of(w.codePointAt(0)) == script)
                        .count()
                    >= 4);
  }

  private static Stream<String> words(Language language) {
    StopWords.Words words = StopWords.of(language);
    return Stream.concat(words.stop().stream(), words.undo().stream());
  }

  private static Set<String> folded(Function<StopWords.Words, List<String>> kind) {
    return Arrays.stream(Language.values())
        .flatMap(language -> kind.apply(StopWords.of(language)).stream())
        .map(word -> String.join("", Folding.words(word)))
        .collect(Collectors.toSet());
  }
}
