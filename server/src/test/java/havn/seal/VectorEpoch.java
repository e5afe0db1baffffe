package havn.seal;

import static havn.seal.VectorSource.text;

import havn.seal.EpochHeader.Place;
import havn.seal.EpochHeader.Ring;
import havn.seal.EpochHeader.RosterMark;
import havn.seal.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One epoch of the golden vectors with its frames and signals, as they follow each other.
final class VectorEpoch {

  private static final int VISITOR = 0;
  private static final int STAFF = 1;

  private final VectorCast cast;
  private final long number;
  private final byte[] header;
  private final byte[] secret;
  private final byte[] grant;
  private final FrameCipher cipher;
  private final Map<Integer, Chain> chains = new HashMap<>();
  private final Map<Integer, Seen> last = new HashMap<>();
  private final List<Json> frames = new ArrayList<>();
  private final List<Json> signals = new ArrayList<>();

  VectorEpoch(
      VectorCast cast, Ring ring, Hash statement, RosterMark roster, long number, Hash previous) {
    this.cast = cast;
    this.number = number;
    EpochReason reason = number == 1 ? EpochReason.CLAIM : EpochReason.TIME;
    Instant time = VectorCast.NOW.plusSeconds(1800 * (number - 1)).plusMillis(250);
    header =
        new EpochHeader(
                new Place(cast.conversation, number, reason, previous),
                ring,
                List.of(
                    new EpochMember.Visitor(),
                    new EpochMember.Staff(STAFF, cast.deviceId, statement)),
                STAFF,
                roster,
                time)
            .bytes();
    secret = VectorSource.bytes("epoch secret " + number, 32);
    byte[] plaintext = new GrantPlaintext(secret, hash(), Map.of(STAFF, cast.name)).bytes();
    grant =
        AgeEnvelope.seal(
            List.of(cast.visitor.publicKey(), cast.shiftSealing.publicKey()),
            plaintext,
            VectorSource.stream("grant " + number));
    cipher = new FrameCipher(secret, hash());
    chains.put(VISITOR, Chain.start(hash(), VISITOR));
    chains.put(STAFF, Chain.start(hash(), STAFF));
  }

  Hash hash() {
    return Hash.of(header);
  }

  VectorEpoch say(int slot, String words) {
    Seen own = last.get(slot);
    long counter = own == null ? 0 : own.counter() + 1;
    FrameHeader place = place(slot, counter, "frame " + frames.size());
    byte[] id = VectorSource.bytes("message " + number + " " + frames.size(), 16);
    Plaintext plaintext = new Plaintext(id, seen(slot), Plaintext.TEXT, utf8(words));
    Chain before = chain(slot);
    byte[] frame = cipher.sealMessage(place, before, plaintext.padded());
    Chain after = before.next(frame);
    chains.put(slot, after);
    last.put(slot, new Seen(slot, counter, after.h().first8()));
    frames.add(
        described(place, plaintext, frame, Purpose.FRAME)
            .with("text", words)
            .with("chainBefore", text(before.h().bytes()))
            .with("chainAfter", text(after.h().bytes())));
    return this;
  }

  VectorEpoch signal(int slot, int kind) {
    FrameHeader place = place(slot, FrameHeader.SIGNAL_COUNTER, "signal " + signals.size());
    byte[] id = VectorSource.bytes("signal id " + number + " " + signals.size(), 16);
    Plaintext plaintext = new Plaintext(id, seen(slot), kind, new byte[0]);
    byte[] frame = cipher.sealSignal(place, plaintext.padded());
    signals.add(described(place, plaintext, frame, Purpose.SIGNAL));
    return this;
  }

  Json json() {
    return Json.object()
        .with("number", number)
        .with("header", text(header))
        .with("hash", text(hash().bytes()))
        .with("secret", text(secret))
        .with("name", cast.name.name())
        .with("salt", text(cast.name.salt()))
        .with(
            "grantPlaintext",
            text(new GrantPlaintext(secret, hash(), Map.of(STAFF, cast.name)).bytes()))
        .with("grant", text(grant))
        .with("signature", text(EpochSeal.sign(cast.shift, header, grant)))
        .with("frames", new Json.Items(frames))
        .with("signals", new Json.Items(signals));
  }

  private Json.Members described(
      FrameHeader place, Plaintext plaintext, byte[] frame, Purpose purpose) {
    List<Json> seen = new ArrayList<>();
    for (Seen one : plaintext.seen()) {
      seen.add(
          Json.object()
              .with("slot", one.slot())
              .with("counter", one.counter())
              .with("h", text(one.h8())));
    }
    byte[] signature = place.slot() == STAFF ? cast.shift.sign(purpose, frame) : new byte[0];
    return Json.object()
        .with("slot", place.slot())
        .with("counter", place.counter())
        .with("r", text(place.random()))
        .with("messageId", text(plaintext.messageId()))
        .with("seen", new Json.Items(seen))
        .with("kind", plaintext.kind())
        .with("plaintext", text(plaintext.padded()))
        .with("frame", text(frame))
        .with("signature", text(signature));
  }

  private FrameHeader place(int slot, long counter, String name) {
    byte[] random = VectorSource.bytes("r " + number + " " + name, FrameHeader.RANDOM_LENGTH);
    return new FrameHeader(cast.conversation, number, slot, counter, random);
  }

  private List<Seen> seen(int slot) {
    Seen other = last.get(slot == STAFF ? VISITOR : STAFF);
    return other == null ? List.of() : List.of(other);
  }

  private Chain chain(int slot) {
    return slot == STAFF
        ? chains.getOrDefault(STAFF, Chain.start(hash(), STAFF))
        : chains.getOrDefault(VISITOR, Chain.start(hash(), VISITOR));
  }

  private static byte[] utf8(String words) {
    return words.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
