package havn.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.channel.KeysForTests;
import havn.channel.PhoneNumber;
import havn.kernel.id.StaffId;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedForTest {

  @TempDir Path dir;

  @Test
  void whatIsSealedOpensForItsPersonAndUseAndKeyOnly() throws Exception {
    SealedFor sealed = new SealedFor(KeysForTests.keys(dir.resolve("one")));
    StaffId ola = StaffId.fresh();
    PhoneNumber number = ((PhoneNumber.Textable) PhoneNumber.read("41234567")).number();
    byte[] kept = sealed.number(ola, number);
    assertEquals(Optional.of(number), sealed.number(ola, kept));
    assertEquals(Optional.empty(), sealed.number(StaffId.fresh(), kept));
    assertEquals(Optional.empty(), sealed.text(ola, kept));
    assertEquals(
        Optional.empty(), new SealedFor(KeysForTests.keys(dir.resolve("two"))).number(ola, kept));
    kept[20] ^= 1;
    assertEquals(Optional.empty(), sealed.number(ola, kept));
    assertEquals(Optional.empty(), sealed.number(ola, new byte[5]));
  }
}
