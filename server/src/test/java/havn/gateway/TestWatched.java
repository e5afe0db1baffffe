package havn.gateway;

import havn.kernel.id.ConversationId;
import havn.kernel.id.StaffId;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Remembers what is to be written down of trainees who watch, or cannot write it.
final class TestWatched implements Watched {

  final List<String> lines = new CopyOnWriteArrayList<>();
  volatile boolean fails;

  @Override
  public Future<Void> asked(StaffId by, ConversationId chat) {
    return note("asked " + chat.hex());
  }

  @Override
  public Future<Void> came(StaffId by, ConversationId chat) {
    return note("came " + chat.hex());
  }

  private Future<Void> note(String line) {
    if (fails) {
      return Future.failedFuture("the journal does not answer");
    }
    lines.add(line);
    return Future.succeededFuture();
  }
}
