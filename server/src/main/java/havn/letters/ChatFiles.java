package havn.letters;

import havn.conversation.Belongings;
import havn.conversation.Conversation;
import havn.conversation.Conversations;
import havn.conversation.Stage;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.FileId;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Secret;
import havn.staff.DeviceStore;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Optional;

/// Files of running chats. They go with the end of the chat; what a failure leaves then is taken by
/// the next [#sweep()], and nothing is found later than 24 hours after the ring. Whoever knows a
/// file's id may have its sealed bytes, as with those of letters.
public final class ChatFiles implements Belongings {

  /// Files of one chat.
  public static final int MOST = 20;

  /// Sealed bytes of one chat's files.
  public static final long MOST_BYTES = 40L * 1024 * 1024;

  /// Chats that one sweep looks at.
  static final int MOST_PER_SWEEP = 1_000;

  /// What became of a file.
  public sealed interface Outcome {
    record Kept(FileId id) implements Outcome {}

    /// The chat ended meanwhile; nothing is kept.
    record Over() implements Outcome {}

    /// The chat has as many as it may.
    record Full() implements Outcome {}

    /// The server holds as many as it may.
    record Crowded() implements Outcome {}
  }

  private final FileStore store;
  private final Conversations conversations;
  private final DeviceStore devices;
  private final long mostBytes;
  private final InstantSource clock;

  /// @param mostBytes of all files together, those of letters included
  public ChatFiles(
      FileStore store,
      Conversations conversations,
      DeviceStore devices,
      long mostBytes,
      InstantSource clock) {
    this.store = store;
    this.conversations = conversations;
    this.devices = devices;
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  /// The running chat of a visit that proves itself; empty when it does not, or nobody has taken
  /// it, or it is over.
  public Future<Optional<Conversation>> ofVisitor(ConversationId id, Secret capability) {
    return running(id).map(found -> found.filter(chat -> chat.ring().provenBy(capability)));
  }

  /// The running chat that this device is in, if it is this person's; empty otherwise.
  public Future<Optional<Conversation>> ofStaff(ConversationId id, DeviceId device, StaffId staff) {
    return running(id)
        .map(found -> found.filter(chat -> holds(chat, device)))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(found)
                    : devices
                        .find(device)
                        .map(
                            known ->
                                found.filter(
                                    chat ->
                                        known
                                            .filter(one -> one.owner().id().equals(staff))
                                            .isPresent())));
  }

  private Future<Optional<Conversation>> running(ConversationId id) {
    return conversations
        .find(id)
        .map(found -> found.filter(chat -> chat.stage() instanceof Stage.Taken));
  }

  private static boolean holds(Conversation chat, DeviceId device) {
    return chat.stage() instanceof Stage.Taken taken
        && (taken.device().equals(device) || taken.member(device).isPresent());
  }

  /// Keeps a file of a legal length ([FileShape]). Looks at the chat once more when it is kept: an
  /// end that came before could not see the file, and one that comes later does.
  public Future<Outcome> keep(Conversation chat, byte[] content) {
    if (!FileShape.fits(content.length)) {
      throw new IllegalArgumentException("the length of a sealed file is checked before");
    }
    return store
        .ofChat(chat.id())
        .compose(
            held ->
                held.files() >= MOST || held.bytes() + content.length > MOST_BYTES
                    ? Future.succeededFuture(new Outcome.Full())
                    : keep(FileId.fresh(), chat, content));
  }

  private Future<Outcome> keep(FileId id, Conversation chat, byte[] content) {
    var ends = chat.ring().since().plus(Conversations.LIFE);
    return store
        .keepForChat(id, chat.id(), content, ends, mostBytes)
        .compose(
            kept ->
                kept
                    ? running(chat.id()).compose(still -> settle(id, chat, still.isPresent()))
                    : Future.succeededFuture(new Outcome.Crowded()));
  }

  private Future<Outcome> settle(FileId id, Conversation chat, boolean goesOn) {
    return goesOn
        ? Future.succeededFuture(new Outcome.Kept(id))
        : drop(chat.id()).map(new Outcome.Over());
  }

  /// A file of a running chat; those of letters are not found here.
  public Future<Optional<byte[]>> find(FileId id) {
    return store.findOfChats(id, clock.instant());
  }

  @Override
  public Future<Integer> drop(ConversationId id) {
    return store.dropOf(id);
  }

  /// Removes files of chats that are over or forgotten; answers how many.
  public Future<Integer> sweep() {
    return store
        .chats(MOST_PER_SWEEP)
        .compose(
            chats -> {
              Future<Integer> done = Future.succeededFuture(0);
              for (ConversationId chat : chats) {
                done = done.compose(before -> dropUnlessRunning(chat).map(now -> before + now));
              }
              return done;
            });
  }

  private Future<Integer> dropUnlessRunning(ConversationId id) {
    return running(id).compose(found -> found.isPresent() ? Future.succeededFuture(0) : drop(id));
  }
}
