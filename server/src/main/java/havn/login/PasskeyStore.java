package havn.login;

import havn.kernel.id.StaffId;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/// Where passkeys are kept.
public interface PasskeyStore {

  /// Passkeys one person may have.
  int MOST_PER_PERSON = 10;

  /// Whether it was added: not when the credential is known already or the person has ten, and not
  /// for a sign-in that may have been stolen with a device. That is one whose own device is not in
  /// the list, as it is kept now, when one of its person was removed since it began.
  Future<Boolean> add(Passkey passkey, Session maker);

  Future<Optional<Passkey>> find(byte[] credential);

  Future<List<Passkey>> of(StaffId staff);

  /// Records a sign-in. False when the counter did not rise (0 may stay 0): the passkey was copied,
  /// or the same answer came twice.
  Future<Boolean> used(byte[] credential, long counter, boolean backedUp);
}
