package havn.correspondence;

import havn.channel.Work;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Every opt-out a second time, in a file beside the key file, outside the stores and their
/// backups. A line is on the disk before the store is changed, and at each start the file is played
/// into the store again: one that came from a backup then knows of everybody who said stop since.
///
/// Lines are `stop <tag> <instant> <source>` and `undo <tag> <instant>`, the tag in 64 hexadecimal
/// digits; they tell nothing without the key file. About 110 bytes a line, 100,000 lines at most.
public final class OptOutLog implements OptOuts {

  private static final int MOST_LINES = 100_000;
  private static final String FIRST = "havn opt-outs 1";
  private static final Pattern LINE =
      Pattern.compile("(stop|undo) ([0-9a-f]{64}) (\\S{10,40})(?: (word|worker|provider))?");

  private final Path file;
  private final OptOuts store;
  private final Work work;

  public OptOutLog(Path file, OptOuts store, Work work) {
    this.file = file;
    this.store = store;
    this.work = work;
  }

  /// The file cannot be used: nobody is written to until it is back.
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String what) {
      super(what);
    }
  }

  private record Last(boolean stop, Instant at, Optional<Source> source) {}

  /// Plays the file into the store, and answers how many numbers it has. Fails with [Unusable] when
  /// the store has opt-outs and the file is gone, or when it is no such file.
  ///
  /// @param known how many opt-outs the store has
  public Future<Integer> play(long known) {
    return work.off(() -> read(known))
        .compose(
            lines -> {
              Future<Boolean> done = Future.succeededFuture(true);
              for (Map.Entry<String, Last> line : lines.entrySet()) {
                done = done.compose(before -> play(line.getKey(), line.getValue()));
              }
              return done.map(lines.size());
            });
  }

  private Future<Boolean> play(String tag, Last last) {
    byte[] stop = HexFormat.of().parseHex(tag);
    return last.stop()
        ? store.stop(stop, last.source().orElse(Source.WORD), last.at())
        : store.undo(stop);
  }

  private Map<String, Last> read(long known) throws IOException, Unusable {
    if (!Files.exists(file)) {
      if (known > 0) {
        throw new Unusable(
            file
                + " is gone, and with it who said stop since the last backup; bring it back, or"
                + " make it anew by writing `"
                + FIRST
                + "` into it if you know that the store is no backup");
      }
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, FIRST + "\n");
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.getFirst().equals(FIRST) || lines.size() > MOST_LINES) {
      throw new Unusable(file + " is no log of opt-outs; bring it back");
    }
    Map<String, Last> last = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      Matcher parts = LINE.matcher(line);
      if (parts.matches()) {
        last.put(parts.group(2), last(parts));
      } else if (!line.isBlank()) {
        throw new Unusable(file + " has a line that is none of its own; bring it back");
      }
    }
    return last;
  }

  private static Last last(Matcher parts) {
    return new Last(
        parts.group(1).equals("stop"),
        Instant.parse(parts.group(3)),
        Optional.ofNullable(parts.group(4))
            .map(name -> Source.valueOf(name.toUpperCase(Locale.ROOT))));
  }

  @Override
  public Future<Boolean> stop(byte[] stop, Source source, Instant now) {
    String line = "stop " + hex(stop) + " " + now + " " + source.name().toLowerCase(Locale.ROOT);
    return append(line).compose(written -> store.stop(stop, source, now));
  }

  @Override
  public Future<Boolean> undo(byte[] stop) {
    return append("undo " + hex(stop) + " " + Instant.EPOCH).compose(written -> store.undo(stop));
  }

  @Override
  public Future<Long> count() {
    return store.count();
  }

  private Future<Boolean> append(String line) {
    return work.off(
        () -> {
          Files.write(
              file,
              (line + "\n").getBytes(StandardCharsets.UTF_8),
              StandardOpenOption.APPEND,
              StandardOpenOption.SYNC);
          return true;
        });
  }

  private static String hex(byte[] tag) {
    return HexFormat.of().formatHex(tag);
  }
}
