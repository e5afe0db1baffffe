package havn.kernel.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/// The clock of a demonstration, which may run up to 30 times as fast as real time. All its
/// processes read it from one file; the machine's clock is untouched.
///
/// The file holds one or two lines of three whole numbers: since when a pace counts, in real
/// milliseconds since 1970-01-01T00:00Z; what the clock shows then, in the same unit; and how fast
/// it runs from then on. The second line is a change that begins a second after it was written, so
/// that everybody learns of it in time.
public final class DemoClock implements InstantSource {

  public static final int FASTEST = 30;

  /// How long before its beginning a change is written.
  private static final Duration NOTICE = Duration.ofSeconds(1);

  /// How often the file is read.
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Path file;
  private final InstantSource wall;
  private volatile Seen seen;

  private DemoClock(Path file, InstantSource wall) {
    this.file = file;
    this.wall = wall;
    this.seen = new Seen(read(file), wall.instant());
  }

  /// How fast the clock runs since a real moment, and what it showed then; milliseconds.
  public record Pace(long since, long shown, int speed) {

    public Pace {
      if (speed < 1 || speed > FASTEST) {
        throw new IllegalArgumentException("a demo clock runs 1 to " + FASTEST + " times as fast");
      }
    }

    long at(long real) {
      return shown + (real - since) * speed;
    }

    private static Pace parse(String line) {
      List<Long> numbers = Arrays.stream(line.strip().split(" ", -1)).map(Long::valueOf).toList();
      if (numbers.size() != 3) {
        throw new IllegalArgumentException("a line of a demo clock has three numbers");
      }
      return new Pace(numbers.get(0), numbers.get(1), Math.toIntExact(numbers.get(2)));
    }

    @Override
    public String toString() {
      return since + " " + shown + " " + speed;
    }
  }

  private record Seen(List<Pace> paces, Instant at) {}

  /// Makes the file of a clock that shows `from` now, and runs as fast as real time.
  public static void set(Path file, Instant from, InstantSource wall) throws IOException {
    write(file, List.of(new Pace(wall.millis(), from.toEpochMilli(), 1)));
  }

  /// The clock of this file. Fails when it cannot be read.
  public static DemoClock of(Path file, InstantSource wall) {
    return new DemoClock(file, wall);
  }

  /// Runs so fast from a second from now on. Fails unless `speed` is 1 to 30.
  public void run(int speed) throws IOException {
    long real = wall.instant().plus(NOTICE).toEpochMilli();
    // A change that has not begun is replaced by this one.
    Pace now = current(paces(), wall.millis()).getFirst();
    List<Pace> next = List.of(now, new Pace(real, now.at(real), speed));
    write(file, next);
    seen = new Seen(next, wall.instant());
  }

  /// The pace that counts, and the next one if it is known; at least one, at most two.
  public List<Pace> paces() {
    Instant now = wall.instant();
    Seen last = seen;
    if (!now.isBefore(last.at().plus(LOOK))) {
      last = new Seen(current(read(file), now.toEpochMilli()), now);
      seen = last;
    }
    return last.paces();
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(shown(paces(), wall.millis()));
  }

  private static List<Pace> current(List<Pace> paces, long real) {
    Pace last = paces.getLast();
    return real >= last.since() ? List.of(last) : paces;
  }

  private static long shown(List<Pace> paces, long real) {
    return current(paces, real).getFirst().at(real);
  }

  private static List<Pace> read(Path file) {
    try {
      List<Pace> paces = Files.readAllLines(file).stream().map(Pace::parse).toList();
      if (paces.isEmpty() || paces.size() > 2) {
        throw new IllegalArgumentException("a demo clock has one or two lines");
      }
      return paces;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void write(Path file, List<Pace> paces) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, paces.stream().map(Pace::toString).toList());
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
