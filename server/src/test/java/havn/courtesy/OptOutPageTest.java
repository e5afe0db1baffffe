package havn.courtesy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptOutPageTest {

  private static final Path PAGE = Path.of("..", "docs", "handbook", "opt-out.md");

  @Test
  void theHandbookPublishesTheTableThatIsRead() throws IOException {
    Path fresh = Files.writeString(Path.of("target", "opt-out.md"), page());
    assertEquals(
        page(),
        Files.exists(PAGE) ? Files.readString(PAGE) : "",
        () -> "the page is out of date: cp server/" + fresh + " docs/handbook/opt-out.md");
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Stop words

            <!-- Printed from havn/courtesy/stop-words.json by OptOutPageTest; change it there. -->

            Who answers a text with one of the words in the first column is not written to again. Who sends one of the words
            in the second column later may be written to again; nobody else can undo it. The words of every language count for
            everybody, whatever language they were written to in.

            A message counts only as a whole, but in whatever way it is typed: capitals or small letters, with or without
            accents, vowel signs (Arabic), spaces, full stops, quotation marks and emoji, `S.T.O.P` and `opt-out` too. Two of
            the words, such as `stop stop`, count; a stop word in a longer sentence does not. The polite words of the third
            column may stand before or behind it: *stopp takk*. A message of more than 2,000 characters is never one.

            A word stands on this page only when people would write it to end the texts, and hardly for anything else. So
            *nei takk*, *para* (money in Turkish), *salir* and *เลิก* (get out, quit), *chega* and *gata* are no stop words: they
            are answers too. *Sair* is one, because it is what texts in Portuguese usually ask for. *Alta* undoes nothing: it is
            a town.

            Over WhatsApp somebody can hide their number. Their stop word then stops what goes to them over WhatsApp, for ever, and not
            what goes to their number by SMS: nobody here knows whose number it is. The conversation says so; whoever knows the card
            presses *Aldri kontakt* (*Never contact*) on it.

            | language | stop | undo | polite |
            |---|---|---|---|
            """);
    for (Language language : Language.values()) {
      StopWords.Words words = StopWords.of(language);
      page.append(
          "| %s | %s | %s | %s |\n"
              .formatted(
                  language.code(),
                  shown(words.stop()),
                  shown(words.undo()),
                  shown(words.polite())));
    }
    return page.toString();
  }

  private static String shown(List<String> words) {
    return String.join(" · ", words);
  }
}
