package havn.login;

import havn.kernel.id.StaffId;

/// A passkey of somebody (WebAuthn level 3).
///
/// @param credential credential id, 1–1,023 bytes
/// @param attested attested credential data with the COSE public key, at most 8,192 bytes
/// @param counter signature counter; 0 when the authenticator keeps none
/// @param mayBackUp whether the authenticator may copy it to others
/// @param backedUp whether it has
@SuppressWarnings("ArrayRecordComponent")
public record Passkey(
    byte[] credential,
    StaffId staff,
    byte[] attested,
    long counter,
    boolean mayBackUp,
    boolean backedUp) {

  @Override
  public String toString() {
    return "Passkey[…]";
  }
}
