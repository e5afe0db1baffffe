package havn.correspondence;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Lines that an [OptOutFile] has not taken yet, because the disk is full or the file cannot be
/// reached: at most 1,000, about 110 bytes each. One that comes on top of them is not kept; from
/// then on they count as never written.
final class OwedLines {

  static final int MOST = 1_000;

  private final OptOutFile file;
  private final Set<String> lines = new LinkedHashSet<>();
  private boolean lost;

  OwedLines(OptOutFile file) {
    this.file = file;
  }

  synchronized void add(String line) {
    if (lines.size() < MOST || lines.contains(line)) {
      lines.add(line);
    } else {
      lost = true;
    }
  }

  synchronized boolean any() {
    return lost || !lines.isEmpty();
  }

  /// Writes them all, or fails and owes them still. Two at once may write a line twice, which says
  /// no more than once.
  boolean write() throws IOException, OptOutLog.Unusable {
    List<String> now = owed();
    if (!now.isEmpty()) {
      file.append(now);
      written(now);
    }
    requireAll();
    return true;
  }

  private synchronized List<String> owed() {
    return List.copyOf(lines);
  }

  private synchronized void written(List<String> these) {
    these.forEach(lines::remove);
  }

  private synchronized void requireAll() throws OptOutLog.Unusable {
    if (lost) {
      throw new OptOutLog.Unusable(
          "more than " + MOST + " opt-outs came while their file could not be written");
    }
  }
}
