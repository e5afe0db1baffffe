package havn.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhoneTest {

  @Test
  void whenEverythingHappensEachTenthTextMeetsEachMisfortuneAndFourInTenArrive() {
    Phone phone = new Phone();
    phone.be(Phone.Mood.ANYTHING);
    Map<Phone.Mood, Integer> met = new EnumMap<>(Phone.Mood.class);
    for (int i = 0; i < 100; i++) {
      met.merge(phone.next(), 1, Integer::sum);
    }
    assertEquals(
        Map.of(
            Phone.Mood.ARRIVE, 40,
            Phone.Mood.JUMBLE, 10,
            Phone.Mood.REFUSE, 10,
            Phone.Mood.FAIL, 10,
            Phone.Mood.MUTE, 10,
            Phone.Mood.LOSE, 10,
            Phone.Mood.DELAY, 10),
        met);
  }
}
