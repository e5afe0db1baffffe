package havn.load.socket;

import java.util.Locale;

/// Two things of an HTTP response head.
final class HttpHead {

  private static final String LENGTH = "\r\ncontent-length:";

  private HttpHead() {}

  /// The status; 0 when the head is none.
  static int status(String head) {
    return head.startsWith("HTTP/1.1 ") && head.length() >= 12 ? number(head.substring(9, 12)) : 0;
  }

  /// -1 when it is not said.
  static int contentLength(String head) {
    int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
    if (at < 0) {
      return -1;
    }
    int from = at + LENGTH.length();
    return number(head.substring(from, head.indexOf("\r\n", from)).strip());
  }

  private static int number(String digits) {
    return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
  }
}
