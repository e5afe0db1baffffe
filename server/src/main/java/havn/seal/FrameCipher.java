package havn.seal;

import java.util.Arrays;
import java.util.Optional;

/// Seals and opens the frames of one epoch (`docs/protocol/sealed.md`, sections 6, 7 and 16).
/// `secret` is the epoch's E, for whispers its W, 32 bytes. Talk frames and whispers are bound to
/// the chain of their slot, signals are not.
public final class FrameCipher {

  public static final int SECRET_LENGTH = 32;

  private static final byte[] MESSAGE = Bytes.ascii("havn/1/msg");
  private static final byte[] SIGNAL = Bytes.ascii("havn/1/signal");
  private static final byte[] WHISPER = Bytes.ascii("havn/1/whisper");
  private static final byte[] NONCE = new byte[12];

  private final byte[] secret;
  private final Hash epochHeader;

  public FrameCipher(byte[] secret, Hash epochHeader) {
    if (secret.length != SECRET_LENGTH) {
      throw new IllegalArgumentException("an epoch secret has 32 bytes");
    }
    this.secret = secret.clone();
    this.epochHeader = epochHeader;
  }

  /// Frame header ‖ ciphertext ‖ tag.
  public byte[] sealMessage(FrameHeader header, Chain before, byte[] plaintext) {
    return seal(header, MESSAGE, messageAad(header, before), plaintext);
  }

  /// The padded plaintext; empty when the frame is not of this epoch, place or chain.
  public Optional<byte[]> openMessage(byte[] frame, Chain before) {
    return FrameHeader.parse(frame)
        .filter(header -> !header.isSignal())
        .flatMap(header -> open(frame, header, MESSAGE, messageAad(header, before)));
  }

  /// Frame header ‖ ciphertext ‖ tag; `before` is a chain of whispers.
  public byte[] sealWhisper(FrameHeader header, Chain before, byte[] plaintext) {
    return seal(header, WHISPER, messageAad(header, before), plaintext);
  }

  /// The padded plaintext; empty when the whisper is not of this epoch, place or chain.
  public Optional<byte[]> openWhisper(byte[] frame, Chain before) {
    return FrameHeader.parse(frame)
        .filter(header -> !header.isSignal())
        .flatMap(header -> open(frame, header, WHISPER, messageAad(header, before)));
  }

  /// Frame header ‖ ciphertext ‖ tag; the header's counter is [FrameHeader#SIGNAL_COUNTER].
  public byte[] sealSignal(FrameHeader header, byte[] plaintext) {
    return seal(header, SIGNAL, signalAad(header), plaintext);
  }

  /// The padded plaintext; empty when the frame is not a signal of this epoch and place.
  public Optional<byte[]> openSignal(byte[] frame) {
    return FrameHeader.parse(frame)
        .filter(FrameHeader::isSignal)
        .flatMap(header -> open(frame, header, SIGNAL, signalAad(header)));
  }

  private byte[] messageAad(FrameHeader header, Chain before) {
    return Bytes.join(header.bytes(), epochHeader.bytes(), before.h().bytes());
  }

  private byte[] signalAad(FrameHeader header) {
    return Bytes.join(SIGNAL, Bytes.u8(0), header.bytes(), epochHeader.bytes());
  }

  private byte[] seal(FrameHeader header, byte[] label, byte[] aad, byte[] plaintext) {
    byte[] sealed = Aead.AES_256_GCM.seal(key(header, label), NONCE, plaintext, aad);
    return Bytes.join(header.bytes(), sealed);
  }

  private Optional<byte[]> open(byte[] frame, FrameHeader header, byte[] label, byte[] aad) {
    byte[] sealed = Arrays.copyOfRange(frame, FrameHeader.LENGTH, frame.length);
    return Aead.AES_256_GCM.open(key(header, label), NONCE, sealed, aad);
  }

  private byte[] key(FrameHeader header, byte[] label) {
    byte[] info = Bytes.join(label, header.place());
    return Hkdf.derive(secret, header.random(), info, 32);
  }

  @Override
  public String toString() {
    return "FrameCipher[…]";
  }
}
