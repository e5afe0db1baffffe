package havn.gateway;

/// What a console says of its duty waits here until its person was told of every chat that it
/// holds: a console that hears that it is off duty destroys the keys of its shift unless a chat
/// needs them. Belongs to the console's event loop.
final class Listing {

  /// Chats that were not looked up yet; -1 until they are known.
  private int left = -1;

  /// The last word that came before; one at most.
  private Runnable early = () -> {};

  /// So many chats are to be looked up.
  void of(int chats) {
    left = chats;
    look();
  }

  void lookedUp() {
    left--;
    look();
  }

  /// Hears the word now, or once the list is complete; of several the last one.
  void then(Runnable word) {
    early = word;
    look();
  }

  private void look() {
    if (left == 0) {
      Runnable word = early;
      early = () -> {};
      word.run();
    }
  }
}
