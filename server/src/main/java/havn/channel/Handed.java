package havn.channel;

/// What came of handing a text over.
public sealed interface Handed {

  /// What a provider that is asked remembers of a key.
  sealed interface Before permits Accepted, Unheard, Unknown {}

  /// The provider has it.
  ///
  /// @param id the provider's own name for it, at most 64 characters
  record Accepted(String id) implements Handed, Before {

    public static final int LONGEST_ID = 64;

    public Accepted {
      if (id.isEmpty() || id.length() > LONGEST_ID) {
        throw new IllegalArgumentException("a provider's id has 1–64 characters");
      }
    }
  }

  /// The provider does not take it.
  record Refused(Why why) implements Handed {}

  /// Nobody knows: it is perhaps sent.
  record Unknown() implements Handed, Before {}

  /// The provider has never had it.
  record Unheard() implements Before {}

  /// Why not.
  enum Why {
    /// The provider does not answer, or has no room.
    UNREACHABLE(false),
    /// Too many at once.
    TOO_FAST(false),
    /// The account, its money or its rights.
    ACCOUNT(false),
    /// No such number, or none that takes texts.
    NUMBER(true),
    /// They opted out with the provider.
    OPTED_OUT(true),
    /// The text is not permitted.
    TEXT(true);

    private final boolean forGood;

    Why(boolean forGood) {
      this.forGood = forGood;
    }

    /// Whether trying again is of no use.
    public boolean forGood() {
      return forGood;
    }
  }
}
