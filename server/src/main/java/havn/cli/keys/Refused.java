package havn.cli.keys;

/// Why nothing was made or signed: one sentence for the person at the keyboard.
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  Refused(String sentence) {
    super(sentence, null, false, false);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
