package havn.correspondence;

import havn.channel.Address;
import havn.channel.PhoneNumber;
import havn.channel.UserId;
import havn.kernel.id.TextId;
import havn.kernel.secret.Randomness;
import havn.seal.AtRest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The key under which this process seals what waits to be sent. It lives in memory only and dies
/// with the process; what it sealed is then released again by people.
public final class MemoryKey {

  private static final String ID_MARK = "id:";

  private final byte[] id = Randomness.bytes(16);
  private final AtRest seal = new AtRest(Randomness.bytes(32));

  /// Whom and what. Prints without either.
  public record Words(Address to, String text) {

    @Override
    public String toString() {
      return "Words[" + text.length() + " chars]";
    }
  }

  /// Names the key without telling it; 16 bytes.
  public byte[] id() {
    return id.clone();
  }

  public byte[] seal(TextId release, Words words) {
    String both = words.to().written() + "\n" + words.text();
    byte[] plain = both.getBytes(StandardCharsets.UTF_8);
    byte[] sealed = seal.seal(plain, release.bytes());
    Arrays.fill(plain, (byte) 0);
    return sealed;
  }

  /// Empty when another process sealed it, or for another release.
  public Optional<Words> open(TextId release, byte[] sealed) {
    return seal.open(sealed, release.bytes())
        .flatMap(
            bytes -> {
              String[] both = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
              Arrays.fill(bytes, (byte) 0);
              return address(both[0]).map(to -> new Words(to, both[1]));
            });
  }

  /// What [Address#written()] was made from, where a text may go there: to phones, and to landlines
  /// and the like that wrote to us; not to premium rates and what is no number.
  static Optional<Address> address(String written) {
    if (written.startsWith(ID_MARK)) {
      String id = written.substring(ID_MARK.length());
      boolean printable = !id.isEmpty() && id.chars().allMatch(c -> c > ' ' && c < 0x7f);
      return printable && id.length() <= UserId.LONGEST
          ? Optional.of(new UserId(id))
          : Optional.empty();
    }
    return switch (PhoneNumber.read(written)) {
      case PhoneNumber.Textable textable -> Optional.of(textable.number());
      case PhoneNumber.NotTextable not -> Optional.empty();
      case PhoneNumber.CallOnly callOnly -> Optional.of(callOnly.number());
    };
  }

  @Override
  public String toString() {
    return "MemoryKey[…]";
  }
}
