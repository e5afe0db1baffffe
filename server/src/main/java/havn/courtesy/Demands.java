package havn.courtesy;

import havn.courtesy.FirstText.Sender;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/// What a text that begins contact has to say, whoever wrote it. Pure.
public final class Demands {

  /// What a text may lack.
  public enum Lack {
    /// Where the service is reached, letter for letter.
    LINK,
    /// The word to answer with, in the language of the text.
    STOP
  }

  private static final String ANYWHERE = "STOP";

  private Demands() {}

  /// What `text` lacks; nothing, it may go.
  public static Set<Lack> lacks(Language language, String text, Sender sender) {
    Set<Lack> lacks = EnumSet.noneOf(Lack.class);
    if (!hasLink(text, sender.link())) {
      lacks.add(Lack.LINK);
    }
    if (words(language).noneMatch(word -> says(language, text, word))) {
      lacks.add(Lack.STOP);
    }
    return lacks;
  }

  /// The link as a whole: that of another service may begin in the same way.
  private static boolean hasLink(String text, String link) {
    for (int at = text.indexOf(link); at >= 0; at = text.indexOf(link, at + 1)) {
      int behind = at + link.length();
      if (behind == text.length() || !goesOn(text.charAt(behind))) {
        return true;
      }
    }
    return false;
  }

  private static boolean goesOn(char behind) {
    return behind < 0x80 && (Character.isLetterOrDigit(behind) || "-_/".indexOf(behind) >= 0);
  }

  /// The word that our own texts have, and `STOP` where the language takes it.
  private static Stream<String> words(Language language) {
    return Stream.concat(
        Stream.of(FirstText.stopWord(language)),
        StopWords.of(language).stop().stream().filter(ANYWHERE::equals));
  }

  /// As a word of its own; in Thai, which parts no words, anywhere.
  private static boolean says(Language language, String text, String word) {
    String all = " " + String.join(" ", Folding.words(text)) + " ";
    String sought = String.join(" ", Folding.words(word));
    return all.contains(language == Language.TH ? sought : " " + sought + " ");
  }
}
