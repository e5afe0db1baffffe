package havn.boot;

import havn.gateway.Watched;
import havn.journal.Act;
import havn.journal.Journal;
import havn.kernel.id.ConversationId;
import havn.kernel.id.StaffId;
import io.vertx.core.Future;
import java.time.InstantSource;

/// Writes into the journal who had somebody in training watch a chat, and who watched.
record WatchedInJournal(Journal journal, InstantSource clock) implements Watched {

  @Override
  public Future<Void> asked(StaffId by, ConversationId chat) {
    return journal.write(new Act(by, Act.Deed.CHAT_SHOW, chat.bytes()), clock.instant());
  }

  @Override
  public Future<Void> came(StaffId by, ConversationId chat) {
    return journal.write(new Act(by, Act.Deed.CHAT_WATCH, chat.bytes()), clock.instant());
  }
}
