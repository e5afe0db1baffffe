package havn.channel.smpp;

import havn.channel.ChannelContract;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A message centre that knows one user, `helpline` with `word-7c1`, and counts its texts from 256
/// on, in hexadecimal.
abstract class SmppPeer implements ChannelContract.Provider {

  static final String USER = "helpline";
  static final String WORD = "word-7c1";
  static final String FIRST_ID = "100";

  /// A short message that it took.
  ///
  /// @param header in hexadecimal, or empty
  record Taken(String to, String from, String header, String text, boolean receipt) {}

  /// A short message for us.
  ///
  /// @param header user data header, or empty
  record Sent(String from, String header, int coding, String hex, int esmClass) {}

  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final List<Integer> answers = new CopyOnWriteArrayList<>();

  abstract int port();

  /// Sends a short message to who is bound.
  abstract void send(Sent message);

  /// Breaks the connection of who is bound.
  abstract void drop();

  /// How often somebody was bound.
  abstract int binds();

  abstract void close();

  /// Waits until everything that it took so far is known here.
  void settle() {}

  void took(Taken message) {
    taken.add(message);
  }

  void answered(int status) {
    answers.add(status);
  }

  /// What was said to what was sent, in order.
  List<Integer> answers() {
    return List.copyOf(answers);
  }

  List<Taken> taken() {
    settle();
    return List.copyOf(taken);
  }

  /// Whole texts; parts are put together by their headers.
  @Override
  public List<String> arrived() {
    List<String> whole = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (Taken part : taken()) {
      open.append(part.text());
      boolean last =
          part.header().isEmpty()
              || part.header().substring(6, 8).equals(part.header().substring(8, 10));
      if (last) {
        whole.addFirst(open.toString());
        open.setLength(0);
      }
    }
    return whole;
  }
}
