package havn.correspondence;

import havn.channel.Wording;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/// Says what was released, word for word; nothing when the process that sealed it is gone.
public final class ReleaseWording implements Wording<Release> {

  @Override
  public Future<Optional<String>> of(Release text, Instant now) {
    return Future.succeededFuture(text.words().map(MemoryKey.Words::text));
  }
}
