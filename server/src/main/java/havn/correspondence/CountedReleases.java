package havn.correspondence;

import havn.channel.Handed;
import havn.channel.Outbox;
import havn.figures.Counted;
import havn.figures.Tally;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An outbox of which is counted what a provider took: what was begun, and what was answered by
/// somebody. Nobody waits for the counting, and no text fails with it.
public record CountedReleases(Outbox<Release> all, Tally tally) implements Outbox<Release> {

  @Override
  public Future<Boolean> end(
      Release text, End end, Optional<Handed.Accepted> accepted, Instant now) {
    return all.end(text, end, accepted, now)
        .onSuccess(
            mine -> {
              if (mine && end == End.ACCEPTED) {
                what(text).ifPresent(counted -> tally.count(text.service(), counted));
              }
            });
  }

  private static Optional<Counted> what(Release text) {
    return switch (text.occasion()) {
      case FIRST, REMINDER -> Optional.of(Counted.TEXTS_BEGUN);
      case ANSWER -> Optional.of(Counted.TEXTS_ANSWERED);
      case AUTOMATIC, OPT_OUT, UNDO -> Optional.empty();
    };
  }

  @Override
  public Future<List<Release>> claim(Instant now) {
    return all.claim(now);
  }

  @Override
  public Future<Begun> begin(Release text, Instant now) {
    return all.begin(text, now);
  }

  @Override
  public Future<Void> again(Release text, Instant next, boolean refused, boolean doubt) {
    return all.again(text, next, refused, doubt);
  }

  @Override
  public Future<Integer> forget(Instant before) {
    return all.forget(before);
  }
}
