package havn.correspondence;

import havn.correspondence.OptOuts.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The file of [OptOutLog]. Lines are `stop <tag> <instant> <source>` and `undo <tag> <instant>`,
/// the tag in 64 hexadecimal digits; they tell nothing without the key file. The later moment
/// counts, whatever the order of lines. A last line without its end was never acknowledged and is
/// taken away.
///
/// About 110 bytes a line. When it is read and has 1,000 lines more than twice its numbers, it is
/// written anew with one line for each. Several processes of one machine share it, by a lock on
/// `<file>.lock`.
final class OptOutFile {

  private static final String FIRST = "havn opt-outs 1";
  private static final int SPARE_LINES = 1_000;
  private static final int LONGEST_LINE = 200;
  private static final Pattern LINE =
      Pattern.compile("(stop|undo) ([0-9a-f]{64}) (\\S{10,40})(?: (word|worker|provider))?");
  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private final Path file;

  OptOutFile(Path file) {
    this.file = file;
  }

  /// What counts of a number's lines.
  ///
  /// @param stopped who said so, empty when it was taken back
  /// @param at since when either is so
  record Last(Optional<Source> stopped, Instant at) {

    /// With one more line. Of a stop that is said again the stronger source stays.
    Last with(Last line) {
      if (line.stopped.isEmpty() || stopped.isEmpty()) {
        return line.at.isBefore(at) ? this : line;
      }
      Source strongest = stopped.get() == Source.PROVIDER ? line.stopped.get() : stopped.get();
      return new Last(Optional.of(strongest), line.at.isAfter(at) ? line.at : at);
    }

    String line(String tag) {
      return stopped
          .map(who -> "stop " + tag + " " + at + " " + who.name().toLowerCase(Locale.ROOT))
          .orElseGet(() -> "undo " + tag + " " + at);
    }
  }

  /// Its numbers by their tags; made where it is not there and nothing is `lost` with it.
  ///
  /// @param marks what the store has, all of which must be in the file
  Map<String, Last> read(boolean lost, Map<String, OptOutStore.Mark> marks)
      throws IOException, OptOutLog.Unusable {
    ONE_AT_A_TIME.lock();
    try (FileChannel beside = beside()) {
      beside.lock();
      if (!Files.exists(file)) {
        if (lost) {
          throw new OptOutLog.Unusable(
              file
                  + " is gone, and with it who said stop since the last backup; bring it back, or"
                  + " write `"
                  + FIRST
                  + "` into a new one if the store is no backup and has no opt-outs");
        }
        write(Map.of());
      }
      untorn();
      Map<String, Last> last = lines();
      requireNewer(last, marks);
      return last;
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  private Map<String, Last> lines() throws IOException, OptOutLog.Unusable {
    Map<String, Last> last = new LinkedHashMap<>();
    long number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      if (!FIRST.equals(lines.readLine())) {
        throw new OptOutLog.Unusable(file + " is no log of opt-outs; bring it back");
      }
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher parts = LINE.matcher(line);
        if (parts.matches()) {
          number++;
          last.merge(parts.group(2), last(parts), Last::with);
        } else if (!line.isBlank()) {
          throw new OptOutLog.Unusable(file + " has a line that is none of its own; bring it back");
        }
      }
    }
    if (number > 2L * last.size() + SPARE_LINES) {
      write(last);
    }
    return last;
  }

  private static Last last(Matcher parts) {
    Optional<Source> source =
        Optional.ofNullable(parts.group(4)).map(n -> Source.valueOf(n.toUpperCase(Locale.ROOT)));
    boolean stop = parts.group(1).equals("stop");
    return new Last(
        stop ? source.or(() -> Optional.of(Source.WORD)) : Optional.empty(),
        Instant.parse(parts.group(3)));
  }

  /// A file that lacks what the store has is an older copy.
  private void requireNewer(Map<String, Last> last, Map<String, OptOutStore.Mark> marks)
      throws OptOutLog.Unusable {
    for (Map.Entry<String, OptOutStore.Mark> mark : marks.entrySet()) {
      Last known = last.get(mark.getKey());
      boolean older =
          known == null
              || known.stopped().isEmpty() && known.at().isBefore(mark.getValue().since());
      if (older) {
        throw new OptOutLog.Unusable(
            file + " is older than the store and lacks some who said stop; bring back a newer one");
      }
    }
  }

  /// Adds lines; they are on the disk when this returns.
  void append(List<String> lines) throws IOException {
    ONE_AT_A_TIME.lock();
    try (FileChannel beside = beside()) {
      beside.lock();
      untorn();
      Files.write(
          file,
          (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.APPEND,
          StandardOpenOption.SYNC);
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  private FileChannel beside() throws IOException {
    return FileChannel.open(
        file.resolveSibling(file.getFileName() + ".lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
  }

  /// Takes away what a write left that never came to its end.
  private void untorn() throws IOException {
    try (FileChannel whole =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long size = whole.size();
      int tail = (int) Math.min(size, LONGEST_LINE);
      ByteBuffer end = ByteBuffer.allocate(tail);
      whole.read(end, size - tail);
      int at = tail;
      while (at > 0 && end.get(at - 1) != '\n') {
        at--;
      }
      if (at > 0 && at < tail) {
        whole.truncate(size - tail + at);
        whole.force(true);
      }
    }
  }

  /// The whole file anew, or not at all.
  private void write(Map<String, Last> last) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    String text =
        last.entrySet().stream()
            .map(each -> each.getValue().line(each.getKey()) + "\n")
            .collect(Collectors.joining("", FIRST + "\n", ""));
    Files.writeString(fresh, text, StandardOpenOption.SYNC);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
