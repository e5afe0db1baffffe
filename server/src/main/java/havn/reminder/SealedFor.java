package havn.reminder;

import havn.channel.PhoneNumber;
import havn.channel.RoleKeys;
import havn.kernel.id.StaffId;
import havn.seal.AtRest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Numbers and texts of staff as they are kept: sealed under the role's key, each for one person
/// and one use. A number that the store moves to somebody else opens no more.
public final class SealedFor {

  private static final String NUMBER = "havn/1/channel/number";
  private static final String TEXT = "havn/1/channel/text";

  private final AtRest seal;

  public SealedFor(RoleKeys keys) {
    this.seal = keys.seal();
  }

  public byte[] number(StaffId staff, PhoneNumber number) {
    return seal.seal(utf8(number.e164()), place(NUMBER, staff));
  }

  /// Empty when it was sealed under another key, or for somebody else.
  public Optional<PhoneNumber> number(StaffId staff, byte[] sealed) {
    return seal.open(sealed, place(NUMBER, staff))
        .map(bytes -> PhoneNumber.read(new String(bytes, StandardCharsets.UTF_8)))
        .flatMap(
            read ->
                switch (read) {
                  case PhoneNumber.Textable textable -> Optional.of(textable.number());
                  case PhoneNumber.NotTextable not -> Optional.empty();
                  case PhoneNumber.CallOnly callOnly -> Optional.empty();
                });
  }

  public byte[] text(StaffId staff, String text) {
    return seal.seal(utf8(text), place(TEXT, staff));
  }

  /// Empty as above.
  public Optional<String> text(StaffId staff, byte[] sealed) {
    return seal.open(sealed, place(TEXT, staff))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static byte[] place(String use, StaffId staff) {
    ByteArrayOutputStream place = new ByteArrayOutputStream();
    place.writeBytes(utf8(use));
    place.writeBytes(staff.bytes());
    return place.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
