package havn.config;

/// One thing that is wrong with the settings: where, what, and how to put it right. Never holds a
/// secret's text.
public record Problem(String path, String what, String fix) {

  @Override
  public String toString() {
    return path + ": " + what + "; " + fix;
  }
}
