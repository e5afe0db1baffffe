package havn.channel;

import java.util.Arrays;

/// The tags of one number, 32 bytes each: by them it is known again without being kept. Tags of
/// different uses cannot be joined without the key. Prints as nothing.
///
/// @param contact for who was contacted, and who wrote
/// @param stop for opt-outs
/// @param thread for what goes to and fro with one service
public record Tagged(byte[] contact, byte[] stop, byte[] thread) {

  @Override
  public boolean equals(Object other) {
    return other instanceof Tagged tagged && Arrays.equals(contact, tagged.contact);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(contact);
  }

  @Override
  public String toString() {
    return "Tagged[…]";
  }
}
