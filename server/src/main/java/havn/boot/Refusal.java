package havn.boot;

/// A command cannot be carried out. The message is a sentence that says what to do about it.
public final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  public Refusal(String sentence) {
    super(sentence);
  }
}
