package havn.visit;

import havn.conversation.Belongings;
import havn.conversation.Conversation;
import havn.conversation.Conversations;
import havn.kernel.id.ConversationId;
import havn.kernel.secret.Secret;
import havn.matching.Encounters;
import havn.notes.Notes;
import havn.transcript.Shredder;
import havn.wire.v1.EndReason;
import io.vertx.core.Future;

/// *Delete now*: everything of one visit goes, whether it goes on or is over. Whoever has the
/// visit's capability may; a wrong one changes nothing and is answered alike.
public final class Erasing {

  /// Tells everybody in a conversation of its last entry.
  public interface Announcer {
    void ended(Conversation conversation, int seq, EndReason reason);
  }

  private final Visits visits;
  private final Conversations conversations;
  private final Encounters encounters;
  private final Belongings belongings;
  private final Shredder shredder;
  private final Notes notes;
  private final Announcer announcer;

  public Erasing(
      Visits visits,
      Conversations conversations,
      Encounters encounters,
      Belongings belongings,
      Shredder shredder,
      Notes notes,
      Announcer announcer) {
    this.visits = visits;
    this.conversations = conversations;
    this.encounters = encounters;
    this.belongings = belongings;
    this.shredder = shredder;
    this.notes = notes;
    this.announcer = announcer;
  }

  /// Ends the conversation first, so that nobody can begin another archive of it or send a file,
  /// then drops its files, forgets it and its calls for help, shreds its archives and deletes what
  /// staff noted in it. A failure may leave a rest; the same again takes that too.
  public Future<Void> erase(ConversationId id, Secret capability) {
    return visits
        .resume(id, capability)
        .compose(found -> found.map(this::end).orElseGet(Future::succeededFuture))
        .compose(gone -> shredder.eraseBy(capability.fingerprint()))
        .compose(shredded -> notes.eraseBy(capability.fingerprint()))
        .mapEmpty();
  }

  private Future<Void> end(Conversation conversation) {
    return encounters
        .end(conversation, EndReason.DELETED_BY_VISITOR)
        .compose(
            seq -> {
              if (seq > 0) {
                announcer.ended(conversation, seq, EndReason.DELETED_BY_VISITOR);
              }
              return belongings.drop(conversation.id());
            })
        .compose(dropped -> encounters.forgetCalls(conversation))
        .compose(forgotten -> conversations.forget(conversation.id()));
  }
}
