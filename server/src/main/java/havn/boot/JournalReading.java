package havn.boot;

import havn.config.Settings;
import havn.journal.Journal;
import havn.journal.JournalLine;
import havn.journal.postgres.JournalStores;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/// Reads the journal of an installation.
public final class JournalReading {

  private JournalReading() {}

  /// Every line as it is printed, in order, after one that says up to where it was cut, where it
  /// was.
  public static List<String> lines(Settings settings) throws Refusal {
    return PostgresVisit.doing(settings, pool -> all(JournalStores.journal(pool)));
  }

  private static Future<List<String>> all(Journal journal) {
    List<String> read = new ArrayList<>();
    return journal
        .cut()
        .compose(
            cut -> {
              cut.ifPresent(one -> read.add(one.upTo().asCut()));
              return from(journal, 1, read);
            });
  }

  private static Future<List<String>> from(Journal journal, long number, List<String> read) {
    return journal
        .read(number)
        .compose(
            lines -> {
              lines.forEach(line -> read.add(line.printed()));
              return lines.isEmpty()
                  ? Future.succeededFuture(read)
                  : from(journal, last(lines) + 1, read);
            });
  }

  private static long last(List<JournalLine> lines) {
    return lines.getLast().number();
  }
}
