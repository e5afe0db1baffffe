package havn.staff;

/// What following the chain from the pin came to.
public sealed interface TrustVerdict {

  /// Every link held.
  record Trusted(Roster roster) implements TrustVerdict {}

  /// A link did not hold; nothing of the documents may be used.
  record Untrusted(TrustFlaw flaw) implements TrustVerdict {}
}
