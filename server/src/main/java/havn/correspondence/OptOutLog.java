package havn.correspondence;

import havn.channel.Work;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Every opt-out a second time, in a file beside the key file ([OptOutFile]), outside the stores
/// and their backups. A stop is on the disk before the store has it where it can be, and at each
/// start the file is played into the store: one that came from a backup then knows of everybody who
/// said stop since, and of everybody who took it back.
///
/// Where the file cannot be written the store has the stop all the same, and the future fails, so
/// that it is told again. The line is owed ([OwedLines], at most 1,000) and written with the next
/// stop, within 15 s, or before this process begins anything else. A process that ends before
/// leaves a file that lacks what the store has: the next start says so.
///
/// A stop that the store has is not written again. An undo is written once the store has it: where
/// that fails, the next start finds the person stopped, which is the lesser harm.
public final class OptOutLog implements OptOuts {

  private final OptOutFile file;
  private final OwedLines owed;
  private final OptOutStore store;
  private final Work work;

  public OptOutLog(Path file, OptOutStore store, Work work) {
    this.file = new OptOutFile(file);
    this.owed = new OwedLines(this.file);
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

  /// Plays the file into the store, and answers how many numbers it has. Fails with [Unusable] when
  /// the file is gone and the store was used, when it lacks an opt-out that the store has, or when
  /// it is no such file.
  public Future<Integer> play() {
    return store
        .all()
        .compose(
            marks ->
                store
                    .used()
                    .compose(used -> work.off(() -> file.read(used || !marks.isEmpty(), marks)))
                    .compose(lines -> play(lines, marks)));
  }

  private Future<Integer> play(
      Map<String, OptOutFile.Last> lines, Map<String, OptOutStore.Mark> marks) {
    Future<Boolean> done = Future.succeededFuture(true);
    for (Map.Entry<String, OptOutFile.Last> line : lines.entrySet()) {
      byte[] tag = HexFormat.of().parseHex(line.getKey());
      boolean marked = marks.containsKey(line.getKey());
      Optional<Source> stopped = line.getValue().stopped();
      if (stopped.isPresent() && !marked) {
        Instant since = line.getValue().at();
        done = done.compose(before -> store.stop(tag, stopped.get(), since));
      } else if (stopped.isEmpty() && marked) {
        done = done.compose(before -> store.remove(tag, line.getValue().at()));
      }
    }
    return done.map(lines.size());
  }

  @Override
  public Future<Boolean> stop(byte[] stop, Source source, When when) {
    return store
        .again(stop, source, when.first())
        .compose(known -> known ? settled().map(false) : fresh(stop, source, when));
  }

  private Future<Boolean> fresh(byte[] stop, Source source, When when) {
    String who = source.name().toLowerCase(Locale.ROOT);
    Future<Void> written = owed("stop " + hex(stop) + " " + when.now() + " " + who);
    return written
        .otherwiseEmpty()
        .compose(tried -> store.stop(stop, source, when))
        .compose(fresh -> written.map(fresh));
  }

  /// Writes what is owed to the file; fails where it cannot be written.
  public Future<Void> settled() {
    return owed.any() ? work.off(owed::write).mapEmpty() : Future.succeededFuture();
  }

  private Future<Void> owed(String line) {
    owed.add(line);
    return settled();
  }

  @Override
  public Future<Boolean> resume(byte[] stop, Instant at) {
    return store
        .resume(stop, at)
        .compose(
            gone -> gone ? undone(stop, at).map(written -> true) : Future.succeededFuture(false));
  }

  @Override
  public Future<Void> undone(byte[] stop, Instant at) {
    return append("undo " + hex(stop) + " " + at);
  }

  private Future<Void> append(String line) {
    return work.off(
            () -> {
              file.append(List.of(line));
              return true;
            })
        .mapEmpty();
  }

  private static String hex(byte[] tag) {
    return HexFormat.of().formatHex(tag);
  }
}
