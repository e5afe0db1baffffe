package havn.seal;

import static havn.seal.VectorFile.bytes;
import static havn.seal.VectorFile.items;
import static havn.seal.VectorSource.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.seal.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `docs/protocol/vectors/whispers-v1.json`: the key of the first golden epoch's whispers, and two
/// of them.
class WhisperVectorsTest {

  private static final Path FILE = Path.of("../docs/protocol/vectors/whispers-v1.json");
  private static final int SLOT = 1;

  private final VectorCast cast = new VectorCast();
  private final Hash epoch =
      Hash.wrap(bytes(items(VectorFile.whole("v1.json"), "epochs").getFirst(), "hash"))
          .orElseThrow();
  private final byte[] secret = VectorSource.bytes("whisper secret", 32);
  private final FrameCipher cipher = new FrameCipher(secret, epoch);

  private Json make() {
    byte[] plaintext = Bytes.join(secret, epoch.bytes());
    byte[] grant =
        AgeEnvelope.seal(
            List.of(cast.shiftSealing.publicKey()), plaintext, VectorSource.stream("whisper key"));
    byte[] signed = Bytes.join(epoch.bytes(), Hash.of(grant).bytes());
    Chain before = Chain.whispers(epoch, SLOT);
    List<Json> frames = new ArrayList<>();
    for (String words : List.of("Hun virker redd.", "Jeg spør om hun er alene. ".repeat(6))) {
      FrameHeader place =
          new FrameHeader(
              cast.conversation,
              1,
              SLOT,
              frames.size(),
              VectorSource.bytes("whisper r " + frames.size(), FrameHeader.RANDOM_LENGTH));
      byte[] id = VectorSource.bytes("whisper id " + frames.size(), 16);
      byte[] padded =
          new Plaintext(id, List.of(), Plaintext.TEXT, words.getBytes(StandardCharsets.UTF_8))
              .padded();
      byte[] frame = cipher.sealWhisper(place, before, padded);
      frames.add(
          Json.object()
              .with("text", words)
              .with("plaintext", text(padded))
              .with("chainBefore", text(before.h().bytes()))
              .with("frame", text(frame))
              .with("signature", text(cast.shift.sign(Purpose.WHISPER, frame))));
      before = before.next(frame);
    }
    return Json.object()
        .with("v", 1)
        .with("epoch", text(epoch.bytes()))
        .with("secret", text(secret))
        .with("grant", text(grant))
        .with("signature", text(cast.shift.sign(Purpose.WHISPER_KEY, signed)))
        .with("frames", new Json.Items(frames));
  }

  @Test
  void theSameFileComesOutOfTheSameSeeds() throws IOException {
    if (Boolean.getBoolean("havn.regenerate")) {
      Files.writeString(FILE, make().printForPeople());
    }
    assertEquals(Files.readString(FILE), make().printForPeople());
  }

  @Test
  void staffOpenTheKeyAndEveryWhisperAndAVisitorOpensNone() {
    Json file = VectorFile.whole("whispers-v1.json");
    byte[] grant = bytes(file, "grant");
    var opened =
        assertInstanceOf(AgeOpening.Opened.class, AgeEnvelope.open(grant, cast.shiftSealing));
    assertArrayEquals(Bytes.join(bytes(file, "secret"), epoch.bytes()), opened.plaintext());
    assertEquals(0, opens(grant));
    Chain before = Chain.whispers(epoch, SLOT);
    for (Json one : items(file, "frames")) {
      byte[] frame = bytes(one, "frame");
      assertArrayEquals(bytes(one, "plaintext"), cipher.openWhisper(frame, before).orElseThrow());
      assertTrue(cipher.openMessage(frame, before).isEmpty());
      assertTrue(cipher.openWhisper(frame, Chain.start(epoch, SLOT)).isEmpty());
      assertTrue(
          Ed25519.verify(cast.shift.publicKey(), Purpose.WHISPER, frame, bytes(one, "signature")));
      before = before.next(frame);
    }
  }

  /// How many visitors open it.
  private int opens(byte[] grant) {
    return AgeEnvelope.open(grant, cast.visitor) instanceof AgeOpening.Opened ? 1 : 0;
  }
}
