package havn.gateway;

import havn.conversation.ConversationLog;
import havn.conversation.Counters;
import havn.conversation.EnvelopeCheck;
import havn.delivery.Cursor;
import havn.delivery.Follower;
import havn.delivery.Room;
import havn.delivery.Seat;
import havn.kernel.id.ConversationId;
import havn.wire.SealedFrame;
import havn.wire.StreamBody;
import havn.wire.v1.Code;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One connection's part in one conversation: what it says is checked, stored and told to the
/// others; what others say reaches it in order. Belongs to its connection's event loop; the
/// [Follower] methods may be called from anywhere.
final class Chat implements Follower {

  /// Entries read from the stream at once; what they take fits the outbound bound.
  private static final int BATCH = 16;

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final Seat seat;
  private final Loop loop;
  private final Relay relay;
  private final ConversationLog log;
  private final Voice voice;
  private final Room room;
  private final Counters counters = new Counters();

  private final Bell bell = new Bell(this::lookForHole);
  private EnvelopeCheck check;
  private @Nullable Cursor cursor;
  private int running;
  private int stoodAt;
  private boolean over;

  /// Enters the conversation's room. Nothing is delivered before [#follow(int)].
  Chat(ConversationId id, Seat seat, Loop loop, Relay relay, Voice voice) {
    this.seat = seat;
    this.loop = loop;
    this.relay = relay;
    this.voice = voice;
    this.log = relay.log(id);
    this.check = EnvelopeCheck.visitor(id.bytes());
    this.room = relay.enter(id, this);
  }

  ConversationId id() {
    return room.id();
  }

  /// Whether a frame's header names this conversation.
  boolean isNamedBy(SealedFrame frame) {
    return frame.names(check.conversation());
  }

  /// Staff speak from this slot.
  void slot(int slot) {
    check = EnvelopeCheck.staff(check.conversation(), slot);
  }

  /// Frames of epochs up to this number are allowed; it only rises.
  void running(int epoch) {
    running = Math.max(running, epoch);
  }

  /// Replays everything after entry `last` and goes on live. Called again, it begins again from
  /// there.
  void follow(int last) {
    Cursor fresh = new Cursor(last, new Outlet());
    cursor = fresh;
    read(fresh, true);
  }

  boolean follows() {
    return cursor != null;
  }

  /// Whether a frame may be of this connection's slot and of an epoch so far.
  boolean mayBe(SealedFrame frame) {
    return check.talk(frame, running);
  }

  void talk(SealedFrame frame) {
    if (!mayBe(frame)) {
      voice.fail(Code.NOT_AN_ENVELOPE);
      return;
    }
    switch (counters.use(frame)) {
      case NEW -> append(frame);
      case REPEATED -> {}
      case FORGED -> voice.fail(Code.FRAME_REPLAYED);
    }
  }

  void say(SealedFrame signal) {
    if (check.signal(signal, running)) {
      relay.signal(room, seat, signal);
    } else {
      voice.fail(Code.NOT_AN_ENVELOPE);
    }
  }

  /// Tells everybody, this connection included, of an entry that a request of this connection
  /// stored.
  void announce(int seq, byte[] body) {
    relay.entry(room, null, seq, body);
  }

  /// Looks into the stream from time to time when other processes take part, whose messages can be
  /// lost.
  void beat() {
    if (!room.elsewhere().isEmpty()) {
      lookIntoStore();
    }
  }

  /// Leaves the room; the other side learns of it.
  void leave() {
    leave(true);
  }

  /// Leaves the room to another who has the seat now.
  void giveWay() {
    leave(false);
  }

  private void leave(boolean announced) {
    over = true;
    bell.silence();
    relay.leave(room, this, announced);
  }

  private void append(SealedFrame frame) {
    if (cursor == null || cursor.last() >= ConversationLog.MOST) {
      voice.refuse(Code.CONVERSATION_FULL);
      return;
    }
    byte[] body = StreamBody.talk(frame);
    log.append(body)
        .onComplete(
            seq -> {
              if (seq.failed()) {
                voice.fail(Code.STORE_UNAVAILABLE);
              } else if (seq.result() == 0) {
                voice.fail(Code.CAPABILITY_REFUSED);
              } else {
                stored(seq.result(), frame, body);
              }
            });
  }

  private void stored(int seq, SealedFrame frame, byte[] body) {
    loop.meters().appended.one();
    if (cursor != null && !over) {
      cursor.own(seq, frame);
    }
    relay.entry(room, this, seq, body);
  }

  private void read(Cursor reading, boolean first) {
    log.read(reading.last() + 1, BATCH)
        .onSuccess(
            entries -> {
              if (reading != cursor || over) {
                return;
              }
              loop.meters().replayed.add(entries.size());
              if (reading.read(entries, entries.size() == BATCH)) {
                voice.sent().onComplete(sent -> read(reading, first));
              } else if (first && !over) {
                voice.caughtUp(reading.last());
              }
            })
        .onFailure(
            unavailable -> {
              if (first) {
                voice.fail(Code.STORE_UNAVAILABLE);
              } else if (reading == cursor && !over) {
                reading.gaveUpReading();
                watchHole(reading);
              }
            });
  }

  /// An entry is missing. Usually it is on its way from another event loop.
  private void watchHole(Cursor now) {
    stoodAt = now.last();
    loop.wheel().set(bell, LOOK_AGAIN);
  }

  private void lookForHole() {
    Cursor now = cursor;
    if (now == null || over || !now.hole()) {
      return;
    }
    if (now.last() != stoodAt) {
      watchHole(now);
    } else if (now.beginReading()) {
      read(now, false);
    }
  }

  @Override
  public Seat seat() {
    return seat;
  }

  @Override
  public void entry(int seq, byte[] body) {
    loop.context()
        .execute(
            () -> {
              if (over) {
                return;
              }
              if (cursor == null) {
                voice.taken();
              } else {
                cursor.offer(seq, body);
              }
            });
  }

  @Override
  public void signal(SealedFrame signal) {
    loop.context().execute(() -> ifHere(() -> voice.signal(signal)));
  }

  @Override
  public void presence(boolean connected) {
    loop.context().execute(() -> ifHere(() -> voice.presence(connected)));
  }

  /// The visitor of this connection says that they are there.
  void sayHere() {
    relay.here(room);
  }

  @Override
  public void here() {
    loop.context().execute(() -> ifHere(voice::here));
  }

  @Override
  public void taken() {
    loop.context().execute(() -> ifHere(voice::taken));
  }

  @Override
  public void replaced() {
    loop.context().execute(() -> voice.fail(Code.REPLACED));
  }

  @Override
  public void mayHaveMissed() {
    loop.context().execute(() -> ifHere(this::lookIntoStore));
  }

  private void lookIntoStore() {
    Cursor now = cursor;
    if (now != null && now.beginReading()) {
      read(now, false);
    }
  }

  private void ifHere(Runnable act) {
    if (!over) {
      act.run();
    }
  }

  private final class Outlet implements Cursor.Outlet {

    @Override
    public void entry(int seq, byte[] body) {
      if (over) {
        return;
      }
      int epoch = StreamBody.epochNumber(body);
      if (epoch > 0) {
        running(epoch);
      }
      voice.entry(seq, body);
      if (StreamBody.isEnd(body)) {
        over = true;
        voice.ended();
      }
    }

    @Override
    public void receipt(int seq, SealedFrame own) {
      if (!over) {
        voice.stored(seq, own);
      }
    }

    @Override
    public void cameEarly() {
      if (cursor != null) {
        watchHole(cursor);
      }
    }
  }
}
