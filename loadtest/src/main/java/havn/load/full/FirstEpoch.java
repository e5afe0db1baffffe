package havn.load.full;

import com.google.protobuf.ByteString;
import havn.kernel.id.ConversationId;
import havn.kernel.secret.Randomness;
import havn.load.talk.End;
import havn.seal.AgeEnvelope;
import havn.seal.EpochHeader;
import havn.seal.EpochMember;
import havn.seal.EpochReason;
import havn.seal.EpochSeal;
import havn.seal.GrantPlaintext;
import havn.seal.Hash;
import havn.wire.v1.Epoch;
import havn.wire.v1.RingCard;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The epoch a worker makes on claiming a chat: header, grant for both, signature. Layout:
/// sealed.md, section 5.
final class FirstEpoch {

  private static final int SECRET = 32;

  private FirstEpoch() {}

  /// `card` as the server handed it over with the claim.
  static Epoch of(
      Worker lead,
      ConversationId conversation,
      byte[] card,
      EpochHeader.RosterMark roster,
      Instant now) {
    RingCard ring = Visitor.read(card);
    byte[] visitorKey = ring.getXwing().toByteArray();
    var header =
        new EpochHeader(
                new EpochHeader.Place(conversation, 1, EpochReason.CLAIM, Hash.ZEROS),
                new EpochHeader.Ring(
                    EpochSeal.ringHash(card),
                    Hash.of(visitorKey),
                    ring.getService(),
                    ring.getLane(),
                    0),
                List.of(
                    new EpochMember.Visitor(),
                    new EpochMember.Staff(End.STAFF, lead.device(), lead.statementHash())),
                End.STAFF,
                roster,
                now)
            .bytes();
    var plaintext =
        new GrantPlaintext(
            Randomness.bytes(SECRET), Hash.of(header), Map.of(End.STAFF, lead.name()));
    byte[] grant =
        AgeEnvelope.seal(List.of(visitorKey, lead.shiftSeal().publicKey()), plaintext.bytes());
    return Epoch.newBuilder()
        .setHeader(ByteString.copyFrom(header))
        .setGrant(ByteString.copyFrom(grant))
        .setSignature(ByteString.copyFrom(EpochSeal.sign(lead.shiftKey(), header, grant)))
        .build();
  }
}
