package havn.gateway;

import havn.conversation.Counters;
import havn.conversation.LogEntry;
import havn.conversation.Whispers;
import havn.conversation.Whispers.Told;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.wire.DeskFrame;
import havn.wire.SealedFrame;
import havn.wire.ToDesk;
import havn.wire.WhisperBody;
import havn.wire.v1.Code;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The whispers of the chats at one desk. What is stored is read from the store, entry after entry,
/// whenever a word says that there is more, and at every heartbeat in case the word was lost; the
/// store answers only to who is in the chat. Belongs to its socket's event loop.
final class DeskWhispers {

  /// Entries read at once; what they take fits the outbound bound.
  private static final int BATCH = 8;

  private final Console console;

  /// One for each chat that is followed; at most the device's capacity.
  private final Map<ConversationId, Reading> readings = new HashMap<>();

  DeskWhispers(Console console) {
    this.console = console;
  }

  /// Delivers everything after entry `last`, says so, and goes on.
  void follow(ConversationId id, int last) {
    Reading reading = new Reading(id, last);
    readings.put(id, reading);
    reading.look();
  }

  /// There may be more.
  void look(ConversationId id) {
    Reading reading = readings.get(id);
    if (reading != null) {
      reading.look();
    }
  }

  void beat() {
    readings.values().forEach(Reading::look);
  }

  /// The chat is over for this desk.
  void leave(ConversationId id) {
    readings.remove(id);
  }

  /// @param chat null when this desk follows no such chat
  void key(@Nullable DeskChat chat, DeskFrame.NewWhisperKey frame) {
    Reading reading = chat == null ? null : readings.get(chat.id());
    if (chat == null || reading == null) {
      console.refuse(Code.NOT_YOURS, frame.request());
      return;
    }
    byte[] body = WhisperBody.key(frame.key());
    console.answer(
        whispers().key(chat.id(), console.device(), frame.fence(), frame.key().epoch(), body),
        told -> told(chat, told, frame.request(), seq -> look(chat.id())));
  }

  /// @param chat null when this desk follows no such chat
  void say(@Nullable DeskChat chat, DeskFrame.Whisper frame) {
    Reading reading = chat == null ? null : readings.get(chat.id());
    SealedFrame whisper = frame.frame();
    if (chat == null || reading == null) {
      console.refuse(Code.NOT_YOURS, frame.request());
    } else if (!chat.chat().mayBe(whisper)) {
      console.socket().close(Code.NOT_AN_ENVELOPE);
    } else {
      switch (reading.counters.use(whisper)) {
        case NEW -> store(chat, reading, frame);
        case REPEATED -> {}
        case FORGED -> console.socket().close(Code.FRAME_REPLAYED);
      }
    }
  }

  private void store(DeskChat chat, Reading reading, DeskFrame.Whisper frame) {
    byte[] body = WhisperBody.whisper(frame.frame());
    console.answer(
        whispers().say(chat.id(), console.device(), chat.slot(), body),
        told ->
            told(
                chat,
                told,
                frame.request(),
                seq -> {
                  reading.own.put(seq, frame.frame());
                  reading.look();
                }));
  }

  private void told(DeskChat chat, Told told, int request, IntConsumer stored) {
    switch (told) {
      case Told.Stored at -> {
        stored.accept(at.seq());
        for (DeviceId member : at.members()) {
          if (!member.equals(console.device())) {
            console.relay().whispered(member, chat.id());
          }
        }
      }
      case Told.NotYours refused -> console.refuse(Code.NOT_YOURS, request);
      case Told.Behind refused -> console.refuse(Code.EPOCH_BEHIND, request);
      case Told.Full refused -> console.refuse(Code.WHISPERS_FULL, request);
    }
  }

  private Whispers whispers() {
    return console.house().whispers();
  }

  /// Where this desk stands in one chat's whispers.
  private final class Reading {

    private final ConversationId id;
    private final Counters counters = new Counters();

    /// Own whispers that are stored and not yet read back; as many as a connection sends between
    /// two reads.
    private final Map<Integer, SealedFrame> own = new HashMap<>();

    private int last;
    private boolean caughtUp;
    private boolean reading;
    private boolean again;

    Reading(ConversationId id, int last) {
      this.id = id;
      this.last = last;
    }

    void look() {
      again = reading;
      if (!reading) {
        reading = true;
        read();
      }
    }

    private void read() {
      whispers()
          .read(id, console.device(), last + 1, BATCH)
          .onSuccess(
              entries -> {
                if (isCurrent()) {
                  deliver(entries);
                }
              })
          .onFailure(unavailable -> reading = false); // the next heartbeat looks again
    }

    private boolean isCurrent() {
      return readings.get(id) == this && console.socket().isOpen();
    }

    private void deliver(List<LogEntry> entries) {
      for (LogEntry entry : entries) {
        SealedFrame mine = own.remove(entry.seq());
        console.send(
            mine == null
                ? ToDesk.whisper(id, entry.seq(), entry.body())
                : ToDesk.whisperStored(id, entry.seq(), mine));
        last = entry.seq();
      }
      if (again || entries.size() == BATCH) {
        again = false;
        console.socket().sent().onComplete(sent -> read());
        return;
      }
      reading = false;
      if (!caughtUp) {
        caughtUp = true;
        console.send(ToDesk.whispersCaughtUp(id, last));
      }
    }
  }
}
