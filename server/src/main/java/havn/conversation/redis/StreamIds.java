package havn.conversation.redis;

import havn.redis.Reply;

/// Reads the number out of a stream id.
final class StreamIds {

  private StreamIds() {}

  /// `1-57` is 57; nothing and an empty text are 0.
  static int seq(Reply id) {
    String text = id instanceof Reply.Bytes bytes ? bytes.text() : "";
    return text.isEmpty() ? 0 : Integer.parseInt(text.substring(text.indexOf('-') + 1));
  }
}
