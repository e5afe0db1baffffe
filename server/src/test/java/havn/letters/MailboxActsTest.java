package havn.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import havn.kernel.id.FileId;
import havn.kernel.secret.Randomness;
import havn.seal.Purpose;
import havn.wire.v1.LetterPost;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxActsTest {

  private static final byte[] NONE = {};

  private final Hand hand = new Hand();
  private final byte[] nonce = Randomness.bytes(32);

  @Test
  void aSignatureHoldsForItsMailboxNonceActAndBodyOnly() {
    byte[] body = hand.noteWrite(1, hand.note("hei"));
    byte[] signature = sign("create", body);
    assertTrue(MailboxActs.signed(hand.mailbox(), nonce, "create", body, signature));
    assertFalse(MailboxActs.signed(new Hand().mailbox(), nonce, "create", body, signature));
    byte[] otherNonce = Randomness.bytes(32);
    assertFalse(MailboxActs.signed(hand.mailbox(), otherNonce, "create", body, signature));
    assertFalse(MailboxActs.signed(hand.mailbox(), nonce, "note", body, signature));
    assertFalse(MailboxActs.signed(hand.mailbox(), nonce, "create", NONE, signature));
  }

  @Test
  void aSignatureForAnotherPurposeIsNone() {
    byte[] covered = MailboxActs.covered(nonce, "open", NONE);
    byte[] signature = hand.key.sign(Purpose.SIGNAL, covered);
    assertFalse(MailboxActs.signed(hand.mailbox(), nonce, "open", NONE, signature));
  }

  @Test
  void actsAreReadWithTheBodyTheyHave() {
    byte[] note = hand.note("hei");
    assertInstanceOf(MailboxAct.Create.class, read("create", hand.noteWrite(1, note)));
    assertInstanceOf(MailboxAct.Note.class, read("note", hand.noteWrite(2, note)));
    assertInstanceOf(MailboxAct.Open.class, read("open", NONE));
    assertInstanceOf(MailboxAct.Delete.class, read("delete", NONE));
    var leave = (MailboxAct.Leave) read("letter", Hand.post("rosa", Hand.sealed(2, "hei"), 2));
    assertEquals(2, leave.devices().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "delete", "", "Create", "erase"})
  void otherActsAndBodiesWhereNoneBelongAreRefused(String act) {
    assertEquals(Optional.empty(), MailboxActs.read(act, hand.noteWrite(1, hand.note("hei"))));
  }

  @Test
  void aMailboxBeginsWithVersion1AndGoesOnWithHigherOnes() {
    byte[] note = hand.note("hei");
    refused("create", hand.noteWrite(2, note));
    refused("create", hand.noteWrite(0, note));
    refused("note", hand.noteWrite(1, note));
    refused("note", hand.noteWrite(-1, note));
  }

  @Test
  void aNoteIsAnEnvelopeForOneKeyOfAtMost8KiB() {
    refused("create", hand.noteWrite(1, "hei".getBytes()));
    refused("create", hand.noteWrite(1, Hand.sealed(2, "hei")));
    refused("create", hand.noteWrite(1, hand.note("x".repeat(8_192))));
  }

  @Test
  void aLetterIsAnEnvelopeForAsManyKeysAsItNamesDevices() {
    byte[] file = Hand.sealed(2, "hei");
    refused("letter", bytes(Hand.post("rosa", file, 3)));
    refused("letter", bytes(Hand.post("rosa", file, 0)));
    refused("letter", bytes(Hand.post("rosa", "hei".getBytes(), 1)));
    refused("letter", bytes(Hand.post("rosa", Hand.sealed(1, "x".repeat(49_152)), 1)));
    refused("letter", bytes(Hand.post("Rosa!", file, 2)));
    ByteString twice = ByteString.copyFrom(new byte[16]);
    refused("letter", bytes(Hand.post("rosa", file, 0).addDevices(twice).addDevices(twice)));
    refused("letter", bytes(Hand.post("rosa", file, 1).addDevices(ByteString.EMPTY)));
  }

  @Test
  void aLetterNamesAtMostFiveFilesEachOnce() {
    LetterPost.Builder post = Hand.post("rosa", Hand.sealed(1, "hei"), 1);
    for (int i = 0; i < 5; i++) {
      post.addFiles(ByteString.copyFrom(FileId.fresh().bytes()));
    }
    assertInstanceOf(MailboxAct.Leave.class, read("letter", post));
    refused("letter", bytes(post.clone().setFiles(4, post.getFiles(0))));
    refused("letter", bytes(post.clone().addFiles(ByteString.copyFrom(FileId.fresh().bytes()))));
  }

  @Test
  void whatIsNotTheMessageIsRefused() {
    refused("letter", new byte[] {1, 2, 3});
    refused("letter", hand.noteWrite(1, hand.note("hei")));
  }

  private byte[] sign(String act, byte[] body) {
    return hand.key.sign(Purpose.MAILBOX_ACT, MailboxActs.covered(nonce, act, body));
  }

  private static MailboxAct read(String act, byte[] body) {
    return MailboxActs.read(act, body).orElseThrow();
  }

  private static MailboxAct read(String act, LetterPost.Builder body) {
    return read(act, bytes(body));
  }

  private static byte[] bytes(LetterPost.Builder post) {
    return post.build().toByteArray();
  }

  private static void refused(String act, byte[] body) {
    assertEquals(Optional.empty(), MailboxActs.read(act, body));
  }
}
