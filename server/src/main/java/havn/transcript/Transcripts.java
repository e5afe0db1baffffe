package havn.transcript;

import havn.conversation.Conversation;
import havn.conversation.Conversations;
import havn.conversation.Stage;
import havn.journal.Act;
import havn.journal.Journal;
import havn.kernel.id.ArchiveId;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Randomness;
import havn.kernel.secret.Secret;
import havn.seal.AgeEnvelope;
import havn.service.Service;
import havn.service.ServiceBook;
import havn.staff.DeviceStore;
import havn.transcript.ArchiveStore.Added;
import havn.transcript.ArchiveStore.Head;
import havn.transcript.ArchiveStore.NewArchive;
import havn.transcript.ArchiveStore.Sealed;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What staff do with transcripts. Whether their role may is asked before.
public final class Transcripts {

  private final ArchiveStore archives;
  private final Shares shares;
  private final Shredder shredder;
  private final Journal journal;
  private final Chats chats;
  private final InstantSource clock;

  public Transcripts(
      ArchiveStore archives, Shares shares, Journal journal, Chats chats, InstantSource clock) {
    this.archives = archives;
    this.shares = shares;
    this.shredder = new Shredder(archives, shares);
    this.journal = journal;
    this.chats = chats;
    this.clock = clock;
  }

  /// Where a conversation's lead and its service's rules are looked up.
  public record Chats(Conversations conversations, ServiceBook services, DeviceStore devices) {}

  /// Who asks, and what for.
  public record Reader(StaffId staff, Set<ServiceId> services) {

    public Reader {
      services = Set.copyOf(services);
    }
  }

  /// What is to be begun for the conversation a console leads.
  ///
  /// @param fence of its claim
  @SuppressWarnings("ArrayRecordComponent")
  public record Beginning(
      ConversationId conversation, long fence, byte[] wraps, List<DeviceId> devices) {

    public Beginning {
      devices = List.copyOf(devices);
    }

    /// Whether the wraps are an envelope for as many keys as there are devices, each named once.
    public boolean isSealed() {
      return !devices.isEmpty()
          && devices.size() <= ArchiveBounds.MOST_DEVICES
          && Set.copyOf(devices).size() == devices.size()
          && wraps.length <= ArchiveBounds.WRAPS_BYTES
          && AgeEnvelope.recipients(wraps) == devices.size();
    }
  }

  /// What came of it.
  public sealed interface Begun {
    record Kept(ArchiveId id, Secret share, Instant ends) implements Begun {}

    /// The asker does not lead this conversation now.
    record NotLeading() implements Begun {}

    /// The service keeps no transcripts, or kept none when the visitor rang.
    record NothingIsKept() implements Begun {}

    record Full() implements Begun {}
  }

  /// What came of the wish to open one.
  public sealed interface Opened {
    record Handed(Sealed archive, Secret share) implements Opened {}

    record Unknown() implements Opened {}

    /// Its share is gone; nobody can open it any more.
    record Shredded() implements Opened {}
  }

  /// Begins an archive, for whoever leads or, while the conversation can still be read after its
  /// end, led last; the share is handed out here and at openings only. The beginning must be
  /// sealed.
  public Future<Begun> begin(StaffId staff, Beginning beginning) {
    return leading(staff, beginning)
        .compose(
            led ->
                led.map(conversation -> begin(staff, beginning, conversation))
                    .orElseGet(() -> Future.succeededFuture(new Begun.NotLeading())));
  }

  private Future<Optional<Conversation>> leading(StaffId staff, Beginning beginning) {
    return chats
        .conversations()
        .find(beginning.conversation())
        .compose(
            found ->
                found
                    .flatMap(c -> lead(c, beginning.fence()))
                    .map(
                        device ->
                            chats
                                .devices()
                                .find(device)
                                .map(
                                    known ->
                                        found.filter(
                                            c ->
                                                known
                                                    .filter(d -> d.owner().id().equals(staff))
                                                    .isPresent())))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private static Optional<DeviceId> lead(Conversation conversation, long fence) {
    return switch (conversation.stage()) {
      case Stage.Taken taken when taken.fence() == fence -> Optional.of(taken.device());
      case Stage.Ended ended -> ended.device();
      case Stage.Taken behind -> Optional.empty();
      case Stage.Waiting waiting -> Optional.empty();
    };
  }

  /// Looks at the conversation once more when the archive is there: an erasing that forgot the
  /// conversation before could not see the archive, and one that comes later does.
  private Future<Begun> begin(StaffId staff, Beginning beginning, Conversation conversation) {
    ServiceId service = conversation.ring().service();
    int days =
        conversation
            .ring()
            .keptFor(chats.services().find(service).map(Service::retentionDays).orElse(0));
    if (days == 0) {
      return Future.succeededFuture(new Begun.NothingIsKept());
    }
    Instant now = clock.instant();
    Instant ends = now.plus(Duration.ofDays(days));
    ArchiveId id = ArchiveId.fresh();
    Secret share = Secret.of(Randomness.bytes(ArchiveBounds.SHARE_BYTES));
    return archives
        .begin(
            new NewArchive(
                id,
                service,
                conversation.ring().capability(),
                staff,
                beginning.wraps(),
                beginning.devices(),
                now,
                ends))
        .compose(
            begun ->
                begun
                    ? shares
                        .keep(id, share, Duration.between(now, ends).plus(ArchiveBounds.NET))
                        .compose(kept -> leading(staff, beginning))
                        .compose(
                            led ->
                                led.isPresent()
                                    ? Future.succeededFuture(new Begun.Kept(id, share, ends))
                                    : shredder.shred(id).map(gone -> new Begun.NotLeading()))
                    : Future.succeededFuture(new Begun.Full()));
  }

  /// Adds a part to an archive that the same person began.
  public Future<Added> add(StaffId writer, ArchiveId id, int number, byte[] content) {
    return archives.add(id, writer, number, content, clock.instant());
  }

  /// Archives of one's services, newest first; at most 200.
  public Future<List<Head>> heads(Reader reader) {
    return archives.heads(reader.services(), clock.instant());
  }

  /// Hands out an archive and its share, after that is written into the journal.
  public Future<Opened> open(Reader reader, ArchiveId id) {
    Instant now = clock.instant();
    return archives
        .find(id, reader.services(), now)
        .compose(
            found ->
                found
                    .map(
                        archive ->
                            journal
                                .write(act(reader, Act.Deed.ARCHIVE_OPEN, id), now)
                                .compose(written -> handOut(archive)))
                    .orElseGet(() -> Future.succeededFuture(new Opened.Unknown())));
  }

  private Future<Opened> handOut(Sealed archive) {
    return shares
        .find(archive.head().id())
        .map(
            share ->
                share
                    .<Opened>map(s -> new Opened.Handed(archive, s))
                    .orElseGet(Opened.Shredded::new));
  }

  /// Shreds an archive for somebody who asked in another way; false when there is none.
  public Future<Boolean> erase(Reader reader, ArchiveId id) {
    Instant now = clock.instant();
    return archives
        .find(id, reader.services(), now)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(false)
                    : journal
                        .write(act(reader, Act.Deed.ARCHIVE_ERASE, id), now)
                        .compose(written -> shredder.shred(id))
                        .map(true));
  }

  private static Act act(Reader reader, Act.Deed deed, ArchiveId id) {
    return new Act(reader.staff(), deed, id.bytes());
  }
}
