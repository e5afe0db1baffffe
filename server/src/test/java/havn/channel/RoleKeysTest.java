package havn.channel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleKeysTest {

  @TempDir Path dir;

  @Test
  void aTagIsTheSameForTheSameBytesAndPurposeAndKeyOnly() throws Exception {
    RoleKeys keys = keys("one");
    byte[] of = {1, 2, 3};
    assertArrayEquals(keys.tag("a", of), keys.tag("a", of));
    assertNotEquals(hex(keys.tag("a", of)), hex(keys.tag("b", of)));
    assertNotEquals(hex(keys.tag("a", of)), hex(keys("two").tag("a", of)));
  }

  @Test
  void aFileThatIsMissingOpenToOthersOrNoKeyFileIsRefusedWithAWayOut() throws Exception {
    assertTrue(refusal(dir.resolve("none")).contains("havn keys channels"));
    Path open = Files.writeString(dir.resolve("open"), RoleKeys.fresh());
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r-----"));
    assertTrue(refusal(open).contains("chmod 600"));
    Path other = Files.writeString(dir.resolve("other"), "havn channels keys 1\nseal hemmelig\n");
    Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-------"));
    assertTrue(refusal(other).contains("no key file"));
    assertFalse(refusal(other).contains("hemmelig"));
  }

  @Test
  void keysPrintAsNothing() throws Exception {
    RoleKeys keys = keys("one");
    assertEquals("RoleKeys[…]", keys.toString());
    assertEquals("AtRest[…]", keys.seal().toString());
  }

  @Test
  void thoseOfATestAreFreshAndLeaveNothingOnTheDisk() throws Exception {
    byte[] of = {1, 2, 3};
    String one = hex(KeysForTests.fresh(dir).tag("a", of));
    assertNotEquals(one, hex(KeysForTests.fresh(dir).tag("a", of)));
    try (Stream<Path> left = Files.list(dir)) {
      assertEquals(0, left.count());
    }
  }

  private String refusal(Path file) {
    return String.valueOf(
        assertThrows(RoleKeys.Unusable.class, () -> RoleKeys.read(file)).getMessage());
  }

  private RoleKeys keys(String name) throws IOException, RoleKeys.Unusable {
    return KeysForTests.keys(dir.resolve(name));
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }
}
