package havn.correspondence;

import havn.channel.Handed;
import havn.channel.Outbox;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An outbox from which nothing is begun while a stop is not on the disk: after a restore nobody
/// would know of it. What was claimed then fails, and is tried anew when its claim runs out. Who
/// waits for an answer is answered.
public record LoggedReleases(Outbox<Release> all, OptOutLog log) implements Outbox<Release> {

  @Override
  public Future<Begun> begin(Release text, Instant now) {
    return switch (text.occasion()) {
      case FIRST, REMINDER -> log.settled().compose(written -> all.begin(text, now));
      case ANSWER, AUTOMATIC, OPT_OUT, UNDO -> all.begin(text, now);
    };
  }

  @Override
  public Future<List<Release>> claim(Instant now) {
    return all.claim(now);
  }

  @Override
  public Future<Boolean> end(
      Release text, End end, Optional<Handed.Accepted> accepted, Instant now) {
    return all.end(text, end, accepted, now);
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
