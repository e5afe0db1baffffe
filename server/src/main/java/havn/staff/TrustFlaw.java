package havn.staff;

/// Why trust documents are not believed.
public enum TrustFlaw {
  /// Not JSON of this protocol: another member, twice the same, a wrong type, a size above the
  /// limits, an unusable key.
  MALFORMED,
  /// No root set has the pin, or there is no root set.
  PIN_UNKNOWN,
  /// A root set lacks the threshold of its own keys, or of the keys before.
  ROOT_UNSIGNED,
  /// Root versions do not rise by one.
  ROOT_OUT_OF_ORDER,
  /// The newest root set is over.
  ROOT_EXPIRED,
  /// There is no signer, or it is not of the newest root set, or its threshold did not sign it.
  SIGNER_UNSIGNED,
  /// The signer's time is not now.
  SIGNER_OUT_OF_TIME,
  /// The signer offered is not newer than the one there is.
  SIGNER_OLDER,
  /// There is no roster, or the signer did not sign it.
  ROSTER_UNSIGNED,
  /// The roster's time is not now.
  ROSTER_OUT_OF_TIME,
  /// The roster is older than one already seen.
  ROSTER_OLDER,
  /// The roster offered does not follow the one there is: version or hash of the previous.
  ROSTER_DOES_NOT_FOLLOW,
  /// A device of it answers for services of both audiences, which are never joined.
  ROSTER_MIXES,
  /// The renewal is not of the newest roster that the signer made.
  RENEWAL_OF_ANOTHER,
  /// Devices of fewer than two persons of that roster signed the renewal.
  RENEWAL_UNSIGNED
}
