package havn.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;

/// What a signature is for. A signature covers `"havn/1/<purpose>" ‖ 0 ‖ bytes`, so none can be
/// shown for another purpose.
public enum Purpose {
  /// A root set, by the root keys.
  ROOT,
  /// The roster signer, by the root keys.
  SIGNER,
  /// A coordinator's request to become roster signer, by the requested key.
  SIGNER_REQUEST,
  /// A roster, by the signer.
  ROSTER,
  /// A renewal of a roster, by device keys.
  RENEWAL,
  /// A device's wish to be rostered, by the device key.
  ENROL,
  /// The sealed spare of a device key, by the device key.
  SPARE,
  /// A desk challenge, by the device key.
  DESK,
  /// A shift statement, by the device key.
  SHIFT,
  /// An epoch, by the lead's shift key.
  EPOCH,
  /// A talk frame of staff, by the shift key.
  FRAME,
  /// A signal of staff, by the shift key.
  SIGNAL,
  /// The key of whispers under an epoch, by the lead's shift key.
  WHISPER_KEY,
  /// A whisper, by the shift key.
  WHISPER,
  /// A mailbox key's statement, by the device key.
  MAILBOX,
  /// An act on a mailbox, by the key of the return code.
  MAILBOX_ACT,
  /// An answer to a letter, by the shift key.
  ANSWER;

  /// `"havn/1/<purpose>" ‖ 0`.
  byte[] prefix() {
    return ("havn/1/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "\0")
        .getBytes(US_ASCII);
  }
}
