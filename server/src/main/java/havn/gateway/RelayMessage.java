package havn.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import havn.conversation.Party;
import havn.delivery.Seat;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.wire.SealedFrame;
import havn.wire.v1.Signal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What processes tell each other: `kind u8 ‖ …`. Losing one costs a moment, never an entry.
sealed interface RelayMessage {

  /// I follow this conversation; say so if you do.
  record Follows(ConversationId conversation, boolean answer) implements RelayMessage {}

  /// Entries may have been stored before I knew that you follow.
  record LookAgain(ConversationId conversation) implements RelayMessage {}

  /// I do not follow it any more.
  record Unfollows(ConversationId conversation) implements RelayMessage {}

  @SuppressWarnings("ArrayRecordComponent")
  record Stored(ConversationId conversation, int seq, byte[] body) implements RelayMessage {}

  record Said(ConversationId conversation, Seat from, SealedFrame signal) implements RelayMessage {}

  record Presence(ConversationId conversation, Party who, boolean connected)
      implements RelayMessage {}

  record Taken(ConversationId conversation) implements RelayMessage {}

  /// I hold this seat's connection now.
  record Replaces(ConversationId conversation, Seat who) implements RelayMessage {}

  record LineChanged(ServiceId service) implements RelayMessage {}

  /// A console of this device connected here.
  record DeskOpened(DeviceId device) implements RelayMessage {}

  /// Something that concerns this device changed in the conversation.
  record Look(ConversationId conversation, DeviceId device) implements RelayMessage {}

  /// There are new whispers for this device; what they say is not told.
  record Whispered(ConversationId conversation, DeviceId device) implements RelayMessage {}

  /// The visitor says that they are there.
  record Here(ConversationId conversation) implements RelayMessage {}

  default byte[] write() {
    return switch (this) {
      case Follows m -> of(1, m.conversation()).put(bit(m.answer())).array();
      case LookAgain m -> of(10, m.conversation()).array();
      case Unfollows m -> of(2, m.conversation()).array();
      case Stored m ->
          of(3, m.conversation(), 4 + m.body().length).putInt(m.seq()).put(m.body()).array();
      case Said m -> {
        byte[] signal =
            Signal.newBuilder()
                .setFrame(m.signal().bytes())
                .setSignature(m.signal().signature())
                .build()
                .toByteArray();
        byte[] seat = name(m.from());
        yield of(4, m.conversation(), seat.length + signal.length).put(seat).put(signal).array();
      }
      case Presence m ->
          of(5, m.conversation(), 2).put((byte) m.who().ordinal()).put(bit(m.connected())).array();
      case Taken m -> of(6, m.conversation()).array();
      case Replaces m -> {
        byte[] seat = name(m.who());
        yield of(7, m.conversation(), seat.length).put(seat).array();
      }
      case LineChanged m -> {
        byte[] slug = m.service().slug().getBytes(StandardCharsets.US_ASCII);
        yield ByteBuffer.allocate(1 + slug.length).put((byte) 8).put(slug).array();
      }
      case DeskOpened m -> ByteBuffer.allocate(17).put((byte) 9).put(m.device().bytes()).array();
      case Look m -> of(11, m.conversation(), 16).put(m.device().bytes()).array();
      case Whispered m -> of(12, m.conversation(), 16).put(m.device().bytes()).array();
      case Here m -> of(13, m.conversation()).array();
    };
  }

  /// Empty when another version said something this one does not know.
  static Optional<RelayMessage> read(byte[] message) {
    ByteBuffer in = ByteBuffer.wrap(message);
    try {
      return Optional.ofNullable(
          switch (in.get()) {
            case 1 -> new Follows(conversation(in), in.get() == 1);
            case 2 -> new Unfollows(conversation(in));
            case 3 -> new Stored(conversation(in), in.getInt(), rest(in));
            case 4 -> said(conversation(in), seat(in), rest(in));
            case 5 -> new Presence(conversation(in), Party.values()[in.get()], in.get() == 1);
            case 6 -> new Taken(conversation(in));
            case 7 -> new Replaces(conversation(in), seat(in));
            case 8 ->
                new LineChanged(new ServiceId(new String(rest(in), StandardCharsets.US_ASCII)));
            case 9 -> new DeskOpened(DeviceId.of(rest(in)).orElseThrow());
            case 10 -> new LookAgain(conversation(in));
            case 11 -> new Look(conversation(in), DeviceId.of(rest(in)).orElseThrow());
            case 12 -> new Whispered(conversation(in), DeviceId.of(rest(in)).orElseThrow());
            case 13 -> new Here(conversation(in));
            default -> null;
          });
    } catch (RuntimeException | InvalidProtocolBufferException strange) {
      return Optional.empty();
    }
  }

  private static RelayMessage said(ConversationId id, Seat from, byte[] signal)
      throws InvalidProtocolBufferException {
    Signal parsed = Signal.parseFrom(signal);
    return new Said(id, from, new SealedFrame(parsed.getFrame(), parsed.getSignature()));
  }

  private static ByteBuffer of(int kind, ConversationId id) {
    return of(kind, id, kind == 1 ? 1 : 0);
  }

  private static ByteBuffer of(int kind, ConversationId id, int more) {
    return ByteBuffer.allocate(17 + more).put((byte) kind).put(id.bytes());
  }

  /// `str8`.
  private static byte[] name(Seat seat) {
    byte[] name = seat.name().getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(1 + name.length).put((byte) name.length).put(name).array();
  }

  private static Seat seat(ByteBuffer in) {
    byte[] name = new byte[in.get()];
    in.get(name);
    return Seat.named(new String(name, StandardCharsets.US_ASCII));
  }

  private static byte bit(boolean on) {
    return (byte) (on ? 1 : 0);
  }

  private static ConversationId conversation(ByteBuffer in) {
    byte[] id = new byte[16];
    in.get(id);
    return ConversationId.of(id).orElseThrow();
  }

  private static byte[] rest(ByteBuffer in) {
    byte[] rest = new byte[in.remaining()];
    in.get(rest);
    return rest;
  }
}
