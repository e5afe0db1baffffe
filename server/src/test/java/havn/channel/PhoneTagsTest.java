package havn.channel;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import havn.kernel.id.ServiceId;
import havn.service.Audience;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhoneTagsTest {

  private static final PhoneNumber NUMBER =
      ((PhoneNumber.Textable) PhoneNumber.read("+47 412 34 567")).number();
  private static final ServiceId BUYERS = new ServiceId("kjopere");

  private final PhoneTags tags =
      new PhoneTags(
          KeysForTests.fresh(),
          new AtOnce(),
          service -> service.equals(BUYERS) ? Audience.BUYERS : Audience.SELLERS);

  PhoneTagsTest() throws Exception {}

  @Test
  void whoWasContactedIsKnownAgainByServicesOfTheSameAudienceOnly() {
    Tagged one = get(tags.of(NUMBER, new ServiceId("pro-mann")));
    Tagged other = get(tags.of(NUMBER, new ServiceId("nadheim")));
    Tagged buyers = get(tags.of(NUMBER, BUYERS));
    assertArrayEquals(one.contact(), other.contact());
    assertFalse(Arrays.equals(one.contact(), buyers.contact()));
    assertFalse(Arrays.equals(one.thread(), other.thread()));
    List<byte[]> all = get(tags.contacts(NUMBER));
    assertEquals(2, all.size());
    assertArrayEquals(one.contact(), all.getFirst());
    assertArrayEquals(buyers.contact(), all.getLast());
  }

  @Test
  void aStopIsTheSameForEveryService() {
    byte[] stop = get(tags.stop(NUMBER));
    assertArrayEquals(stop, get(tags.of(NUMBER, new ServiceId("pro-mann"))).stop());
    assertArrayEquals(stop, get(tags.of(NUMBER, BUYERS)).stop());
  }
}
