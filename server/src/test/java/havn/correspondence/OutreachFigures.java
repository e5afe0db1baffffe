package havn.correspondence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.channel.Ability;
import havn.channel.PhoneNumber;
import havn.channel.TestProvider;
import havn.kernel.time.SystemTime;
import havn.seal.AgeEnvelope;
import havn.seal.Stretch;
import havn.seal.XWingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What sealing costs, how many texts come in and go out in a second, and what the process holds
/// meanwhile. Not part of the checks: `ops/havn-load outreach`.
class OutreachFigures {

  private static final int ROWS = 10_000;
  private static final int INWARD = 1_000;
  private static final int TIMES = 300;
  private static final int FIRST_NUMBER = 40_000_000;
  private static final String HELLO = "Hei fra Samtalen. Gratis hjelp. Svar STOPP for å slippe.";

  private final List<String> report = new ArrayList<>();

  @Test
  void ofOutreach() throws Exception {
    for (int devices : new int[] {1, 4, 9}) {
      List<byte[]> keys =
          Stream.generate(XWingKey::fresh).limit(devices).map(XWingKey::publicKey).toList();
      each("seal for " + devices + " device(s)", () -> AgeEnvelope.seal(keys, new byte[1_024]));
    }
    each("stretch a number", () -> Stretch.of("+4740000000".getBytes(), new byte[16]));
    TestProvider provider = new TestProvider(Ability.KEYS);
    try (CorrespondenceForTests house = new CorrespondenceForTests(provider)) {
      receive(house);
      send(house, provider);
    }
    write();
  }

  private void receive(CorrespondenceForTests house) {
    long from = SystemTime.monotonicNanos();
    for (int i = 0; i < INWARD; i++) {
      house.says(number(i), "in " + i, "Hei");
    }
    rate("texts that came in, sealed to 1 device and answered by itself", INWARD, from);
  }

  private void send(CorrespondenceForTests house, TestProvider provider) {
    sendAll(house);
    provider.arrived.clear();
    long before = heap();
    long from = SystemTime.monotonicNanos();
    for (int i = 0; i < ROWS; i++) {
      house.begins(house.one, number(INWARD + i), HELLO);
    }
    rate("texts released", ROWS, from);
    report.add("live heap with %,d waiting: %+,d KiB".formatted(ROWS, (heap() - before) / 1_024));
    from = SystemTime.monotonicNanos();
    sendAll(house);
    rate("texts sent, to a provider that answers at once", ROWS, from);
    assertEquals(ROWS, provider.arrived.size());
    report.add("live heap after: %+,d KiB".formatted((heap() - before) / 1_024));
  }

  private static void sendAll(CorrespondenceForTests house) {
    int sent = house.one.round();
    while (sent > 0) {
      sent = house.one.round();
    }
  }

  private static PhoneNumber number(int i) {
    return CorrespondenceForTests.number("+47" + (FIRST_NUMBER + 1_000_000 + i));
  }

  private void each(String what, Runnable does) {
    for (int i = 0; i < TIMES; i++) {
      does.run();
    }
    long[] nanos = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long from = SystemTime.monotonicNanos();
      does.run();
      nanos[i] = SystemTime.monotonicNanos() - from;
    }
    Arrays.sort(nanos);
    report.add(
        String.format(
            Locale.ROOT,
            "%s: p50 %.2f ms, p99 %.2f ms",
            what,
            nanos[TIMES / 2] / 1e6,
            nanos[TIMES * 99 / 100] / 1e6));
  }

  private void rate(String what, int count, long from) {
    double seconds = (SystemTime.monotonicNanos() - from) / 1e9;
    report.add(String.format(Locale.ROOT, "%s: %.0f a second", what, count / seconds));
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private void write() throws IOException {
    Path file = Path.of("target/loadtest/outreach.txt");
    Files.createDirectories(file.getParent());
    Files.write(file, report);
  }
}
