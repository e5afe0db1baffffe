package havn.seal;

import havn.kernel.id.ConversationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The clear header of an epoch (`docs/protocol/sealed.md`, section 5). Members stand in rising
/// slot order, the visitor first; there are 2–9.
public record EpochHeader(
    Place place,
    Ring ring,
    List<EpochMember> members,
    int leadSlot,
    RosterMark roster,
    Instant time) {

  public static final int SUITE = 1;
  public static final int MIN_MEMBERS = 2;
  public static final int MAX_MEMBERS = 9;

  /// Where the epoch stands in its conversation; `number` counts from 1 in 32 bits, `previous` is
  /// the hash of the header before, zeros for number 1.
  public record Place(
      ConversationId conversation, long number, EpochReason reason, Hash previous) {}

  /// What the visitor asked for, and was told: `service` and `lane` are 1–64 bytes, `retentionDays`
  /// 0 keeps nothing.
  public record Ring(
      Hash ringHash, Hash visitorKeyHash, String service, String lane, int retentionDays) {}

  /// The roster version the members stand in, and the hash of its payload.
  public record RosterMark(long version, Hash hash) {}

  public EpochHeader {
    members = List.copyOf(members);
  }

  /// The exact bytes that are hashed and signed.
  public byte[] bytes() {
    LayoutWriter out =
        new LayoutWriter()
            .u8(SUITE)
            .bytes(place.conversation().bytes())
            .u32(place.number())
            .u8(place.reason().code())
            .hash(ring.ringHash())
            .hash(ring.visitorKeyHash())
            .hash(place.previous())
            .str8(ring.service())
            .str8(ring.lane())
            .u16(ring.retentionDays())
            .u8(members.size());
    members.forEach(member -> EpochMember.write(member, out));
    return out.u8(leadSlot)
        .u64(roster.version())
        .hash(roster.hash())
        .u64(time.toEpochMilli())
        .done();
  }

  /// Empty when the bytes are not exactly one well-formed header: another suite, an unknown reason,
  /// a first epoch with a past, members out of order or without the visitor, a lead that is not a
  /// staff member, bytes left over.
  public static Optional<EpochHeader> parse(byte[] bytes) {
    LayoutReader in = new LayoutReader(bytes);
    in.require(in.u8() == SUITE);
    Optional<ConversationId> conversation = ConversationId.of(in.bytes(16));
    long number = in.u32();
    Optional<EpochReason> reason = EpochReason.of(in.u8());
    Hash ringHash = in.hash();
    Hash visitorKeyHash = in.hash();
    Hash previous = in.hash();
    Ring ring = new Ring(ringHash, visitorKeyHash, name(in), name(in), in.u16());
    List<EpochMember> members = members(in);
    int leadSlot = in.u8();
    in.require(members.stream().anyMatch(m -> m.slot() == leadSlot) && leadSlot > 0);
    RosterMark roster = new RosterMark(in.u64(), in.hash());
    Instant time = Instant.ofEpochMilli(in.u64());
    in.require(number >= 1 && previous.equals(Hash.ZEROS) == (number == 1));
    if (!in.soundAndEmpty() || conversation.isEmpty() || reason.isEmpty()) {
      return Optional.empty();
    }
    Place place = new Place(conversation.get(), number, reason.get(), previous);
    return Optional.of(new EpochHeader(place, ring, members, leadSlot, roster, time));
  }

  private static String name(LayoutReader in) {
    String name = in.str8(1);
    in.require(name.length() <= 64);
    return name;
  }

  private static List<EpochMember> members(LayoutReader in) {
    int count = in.u8();
    in.require(count >= MIN_MEMBERS && count <= MAX_MEMBERS);
    List<EpochMember> members = new ArrayList<>();
    for (int i = 0; i < count && in.sound(); i++) {
      Optional<EpochMember> member = EpochMember.read(in);
      in.require(member.isPresent());
      member.ifPresent(
          one -> {
            in.require(members.isEmpty() ? one.slot() == 0 : one.slot() > members.getLast().slot());
            members.add(one);
          });
    }
    return members;
  }
}
