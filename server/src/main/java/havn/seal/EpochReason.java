package havn.seal;

import java.util.Optional;

/// Why a new epoch was made. Written as one byte, from 1.
public enum EpochReason {
  CLAIM,
  TIME,
  COUNT,
  RESUME,
  JOIN,
  LEAVE,
  REVOCATION,
  HANDOVER;

  public int code() {
    return ordinal() + 1;
  }

  static Optional<EpochReason> of(int code) {
    return code >= 1 && code <= values().length
        ? Optional.of(values()[code - 1])
        : Optional.empty();
  }
}
