package havn.seal;

import static havn.seal.VectorSource.text;

import com.google.protobuf.ByteString;
import havn.seal.EpochHeader.Ring;
import havn.seal.EpochHeader.RosterMark;
import havn.seal.json.Json;
import havn.wire.v1.RingCard;
import havn.wire.v1.ShiftStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Makes `docs/protocol/vectors/v1.json`. Everything follows from the names of its parts, so the
/// same file comes out every time.
final class GoldenVectors {

  private GoldenVectors() {}

  /// Writes the file to the path given.
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0]), make().printForPeople());
  }

  static Json make() {
    VectorCast cast = new VectorCast();
    VectorTrust trust = new VectorTrust(cast);
    byte[] card = card(cast);
    byte[] statement = statement(cast);
    Ring ring =
        new Ring(
            EpochSeal.ringHash(card), Hash.of(cast.visitor.publicKey()), "pro-mann", "self", 0);
    RosterMark mark = new RosterMark(7, trust.roster.payloadHash());
    VectorEpoch first =
        new VectorEpoch(cast, ring, Hash.of(statement), mark, 1, Hash.ZEROS)
            .say(1, "Hei, jeg heter Kåre. Hva har du på hjertet?")
            .say(0, "Hei. Jeg vet ikke helt hvor jeg skal begynne …")
            .say(0, "Det har vært et langt år. ".repeat(20).strip())
            .signal(1, Plaintext.TYPING)
            .say(1, "Takk for at du forteller. Vi har god tid.")
            .signal(0, Plaintext.RECEIPT);
    VectorEpoch second =
        new VectorEpoch(cast, ring, Hash.of(statement), mark, 2, first.hash())
            .say(0, "Er du der fortsatt?")
            .say(1, "Ja, jeg er her.");
    return Json.object()
        .with("v", 1)
        .with("now", VectorCast.NOW.toString())
        .with("keys", keys(cast))
        .with("pin", trust.pin())
        .with("trust", trust.bundle())
        .with("rosterVersion", 7)
        .with("rosterHash", text(trust.roster.payloadHash().bytes()))
        .with("conversation", text(cast.conversation.bytes()))
        .with(
            "ring",
            Json.object()
                .with("service", "pro-mann")
                .with("lane", "self")
                .with("language", "nb")
                .with("wishes", new Json.Items(List.of(new Json.Text("same-worker"))))
                .with("nonce", text(VectorSource.bytes("ring nonce", 32)))
                .with("card", text(card))
                .with("hash", text(EpochSeal.ringHash(card).bytes())))
        .with(
            "statement",
            Json.object()
                .with("payload", text(statement))
                .with("signature", text(cast.device.sign(Purpose.SHIFT, statement)))
                .with("hash", text(Hash.of(statement).bytes())))
        .with("epochs", new Json.Items(List.of(first.json(), second.json())))
        .with("enrol", enrol(cast))
        .with("desk", desk(cast))
        .with("signerRequest", signerRequest(cast));
  }

  private static Json keys(VectorCast cast) {
    return Json.object()
        .with("root-1", signing(cast.root1))
        .with("root-2", signing(cast.root2))
        .with("root-3", signing(cast.root3))
        .with("root-4", signing(cast.root4))
        .with("signer", signing(cast.signer))
        .with("device", signing(cast.device).with("id", text(cast.deviceId.bytes())))
        .with("shift", signing(cast.shift))
        .with("shiftXwing", sealing(cast.shiftSealing))
        .with("visitorXwing", sealing(cast.visitor));
  }

  private static Json.Members signing(SigningKey key) {
    return Json.object()
        .with("seed", text(key.revealSeed()))
        .with("ed25519", text(key.publicKey()));
  }

  private static Json.Members sealing(XWingKey key) {
    return Json.object().with("seed", text(key.revealSeed())).with("xwing", text(key.publicKey()));
  }

  private static byte[] card(VectorCast cast) {
    return RingCard.newBuilder()
        .setService("pro-mann")
        .setLane("self")
        .setLanguage("nb")
        .addWishes("same-worker")
        .setXwing(ByteString.copyFrom(cast.visitor.publicKey()))
        .setNonce(ByteString.copyFrom(VectorSource.bytes("ring nonce", 32)))
        .build()
        .toByteArray();
  }

  private static byte[] statement(VectorCast cast) {
    return ShiftStatement.newBuilder()
        .setDevice(ByteString.copyFrom(cast.deviceId.bytes()))
        .setEd25519(ByteString.copyFrom(cast.shift.publicKey()))
        .setXwing(ByteString.copyFrom(cast.shiftSealing.publicKey()))
        .setNotBefore(VectorCast.NOW.minus(Duration.ofHours(1)).toEpochMilli())
        .setNotAfter(VectorCast.NOW.plus(Duration.ofHours(5)).toEpochMilli())
        .build()
        .toByteArray();
  }

  private static Json enrol(VectorCast cast) {
    byte[] proof =
        cast.device.sign(
            Purpose.ENROL,
            Bytes.join(cast.deviceId.bytes(), cast.device.publicKey(), cast.name.hash().bytes()));
    return Json.object()
        .with("id", text(cast.deviceId.bytes()))
        .with("ed25519", text(cast.device.publicKey()))
        .with("name", cast.name.name())
        .with("salt", text(cast.name.salt()))
        .with("proof", text(proof));
  }

  private static Json desk(VectorCast cast) {
    byte[] challenge = VectorSource.bytes("desk challenge", 32);
    return Json.object()
        .with("challenge", text(challenge))
        .with("proof", text(cast.device.sign(Purpose.DESK, challenge)));
  }

  private static Json signerRequest(VectorCast cast) {
    byte[] signed = Bytes.join(Bytes.ascii("signer-1"), cast.signer.publicKey());
    return Json.object()
        .with("v", 1)
        .with("kind", "signer-request")
        .with("id", "signer-1")
        .with("ed25519", text(cast.signer.publicKey()))
        .with("from", VectorCast.daysFromNow(-30).toString())
        .with("until", VectorCast.daysFromNow(150).toString())
        .with("proof", text(cast.signer.sign(Purpose.SIGNER_REQUEST, signed)));
  }
}
