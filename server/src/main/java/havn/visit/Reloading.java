package havn.visit;

import havn.conversation.Conversation;
import havn.conversation.Reloads;
import havn.conversation.Stage;
import havn.kernel.id.ConversationId;
import havn.kernel.secret.Secret;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Optional;

/// Lets a page of an own phone come back after it was loaded anew. Whoever has the visit's
/// capability keeps and lets go; whoever has the key that was named then opens.
public final class Reloading {

  private final Visits visits;
  private final Reloads reloads;
  private final InstantSource time;

  public Reloading(Visits visits, Reloads reloads, InstantSource time) {
    this.visits = visits;
    this.reloads = reloads;
    this.time = time;
  }

  /// False when there is no such visit, or it is over.
  public Future<Boolean> keep(ConversationId id, Secret capability, Secret key, byte[] sealed) {
    return goesOn(id, capability)
        .compose(
            goesOn ->
                goesOn
                    ? reloads
                        .keep(id, key.fingerprint(), sealed, time.instant())
                        .compose(kept -> unlessItEnded(id, capability))
                    : Future.succeededFuture(false));
  }

  /// The end shreds what it finds; what came a moment later is shredded here.
  private Future<Boolean> unlessItEnded(ConversationId id, Secret capability) {
    return goesOn(id, capability)
        .compose(
            goesOn ->
                goesOn ? Future.succeededFuture(true) : reloads.shred(id).map(shredded -> false));
  }

  private Future<Boolean> goesOn(ConversationId id, Secret capability) {
    return visits.resume(id, capability).map(found -> found.filter(Reloading::goesOn).isPresent());
  }

  private static boolean goesOn(Conversation conversation) {
    return !(conversation.stage() instanceof Stage.Ended);
  }

  /// What the page sealed. Unknown, let go, too old and another key are answered alike.
  public Future<Optional<byte[]>> open(ConversationId id, Secret key) {
    return reloads.open(id, key.fingerprint(), time.instant());
  }

  /// The phone is not this person's own after all. A wrong capability changes nothing.
  public Future<Void> letGo(ConversationId id, Secret capability) {
    return visits
        .resume(id, capability)
        .compose(found -> found.isPresent() ? reloads.shred(id) : Future.succeededFuture());
  }
}
