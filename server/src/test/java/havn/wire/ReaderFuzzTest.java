package havn.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.google.protobuf.ByteString;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.wire.v1.Code;
import havn.wire.v1.DeskTalk;
import havn.wire.v1.DeskUp;
import havn.wire.v1.VisitorUp;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderFuzzTest {

  private static final ConversationId CONVERSATION = ConversationId.fresh();
  private static final DeviceId DEVICE = DeviceId.fresh();

  private static final List<byte[]> GOOD =
      List.of(
          Padding.frame(Samples.ring("pro-mann")),
          Padding.frame(talk(154)),
          Padding.frame(talk(3_994)),
          Padding.frame(Samples.newEpoch(CONVERSATION, 1, 1, DEVICE)),
          Padding.frame(
              DeskUp.newBuilder()
                  .setTalk(
                      DeskTalk.newBuilder()
                          .setTalk(Samples.talk(Samples.sealed(CONVERSATION, 1, 1, 0, 922), true)))
                  .build()));

  private static VisitorUp talk(int length) {
    ByteString sealed = Samples.sealed(CONVERSATION, 1, 0, 0, length);
    return VisitorUp.newBuilder().setTalk(Samples.talk(sealed, false)).build();
  }

  @RepeatedTest(20)
  void noBytesWhateverMakeAReaderThrow(RepetitionInfo seed) {
    Random random = new Random(seed.getCurrentRepetition());
    for (int i = 0; i < 500; i++) {
      byte[] frame = damaged(random);
      assertNotNull(VisitorReader.read(frame));
      assertNotNull(DeskReader.read(frame));
    }
  }

  private static byte[] damaged(Random random) {
    byte[] frame = GOOD.get(random.nextInt(GOOD.size())).clone();
    switch (random.nextInt(4)) {
      case 0 -> frame = Arrays.copyOf(frame, random.nextInt(frame.length + 300));
      case 1 -> random.nextBytes(frame);
      case 2 -> {
        for (int n = random.nextInt(8) + 1; n > 0; n--) {
          frame[random.nextInt(Math.min(frame.length, 300))] = (byte) random.nextInt();
        }
      }
      default -> frame[random.nextInt(2)] = (byte) random.nextInt();
    }
    return frame;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 57, 153, 155, 921, 3_995, 16_185, 16_187})
  void aSealedFrameOfAnyOtherLengthIsNoEnvelope(int length) {
    byte[] bytes = Samples.counted(length, 1);
    VisitorUp up =
        VisitorUp.newBuilder()
            .setTalk(havn.wire.v1.Talk.newBuilder().setFrame(ByteString.copyFrom(bytes)))
            .build();
    assertEquals(
        new Read.Refused<VisitorFrame>(Code.NOT_AN_ENVELOPE),
        VisitorReader.read(Padding.frame(up)));
  }

  @Test
  void aSignatureOfAnyOtherLengthIsNoEnvelope() {
    VisitorUp up =
        VisitorUp.newBuilder()
            .setTalk(
                Samples.talk(Samples.sealed(CONVERSATION, 1, 0, 0, 154), true).toBuilder()
                    .setSignature(ByteString.copyFrom(new byte[63])))
            .build();
    assertEquals(
        new Read.Refused<VisitorFrame>(Code.NOT_AN_ENVELOPE),
        VisitorReader.read(Padding.frame(up)));
  }

  @Test
  void aGrantThatIsNoAgeFileIsNoEnvelope() {
    DeskUp.Builder up = Samples.newEpoch(CONVERSATION, 1, 1, DEVICE).toBuilder();
    up.getEpochBuilder().getEpochBuilder().setGrant(ByteString.copyFromUtf8("hello, this is text"));
    assertEquals(
        new Read.Refused<DeskFrame>(Code.NOT_AN_ENVELOPE),
        DeskReader.read(Padding.frame(up.build())));
  }

  @Test
  void anEpochHeaderWithBytesBehindItsEndIsNoEnvelope() {
    DeskUp.Builder up = Samples.newEpoch(CONVERSATION, 1, 1, DEVICE).toBuilder();
    up.getEpochBuilder()
        .getEpochBuilder()
        .setHeader(
            Samples.epochHeader(CONVERSATION, 1, DEVICE).concat(ByteString.copyFromUtf8("x")));
    assertEquals(
        new Read.Refused<DeskFrame>(Code.NOT_AN_ENVELOPE),
        DeskReader.read(Padding.frame(up.build())));
  }

  @Test
  void theHeaderSaysWhatWasPutIn() {
    Read<VisitorFrame> read = VisitorReader.read(Padding.frame(talk(922)));
    VisitorFrame.Talk frame =
        assertInstanceOf(
            VisitorFrame.Talk.class, assertInstanceOf(Read.Decoded.class, read).frame());
    assertEquals(1, frame.frame().suite());
    assertEquals(1, frame.frame().epoch());
    assertEquals(0, frame.frame().slot());
    assertEquals(0, frame.frame().counter());
    assertEquals(true, frame.frame().names(CONVERSATION.bytes()));
  }

  @Test
  void anEntryIsDeliveredByteForByteAsItWasStored() throws Exception {
    SealedFrame sealed =
        new SealedFrame(Samples.sealed(CONVERSATION, 1, 1, 0, 922), Samples.string(64, 9));
    byte[] body = StreamBody.talk(sealed);
    havn.wire.v1.VisitorDown down =
        havn.wire.v1.VisitorDown.parseFrom(Padding.open(ToVisitor.entry(9, body)));
    assertEquals(9, down.getEntry().getSeq());
    assertEquals(sealed.bytes(), down.getEntry().getTalk().getFrame());
    assertEquals(sealed.signature(), down.getEntry().getTalk().getSignature());
    assertArrayEquals(body, down.getEntry().toBuilder().clearSeq().build().toByteArray());
  }

  @Test
  void onlyAnEndIsAnEnd() {
    assertEquals(true, StreamBody.isEnd(StreamBody.end(havn.wire.v1.EndReason.BY_VISITOR)));
    SealedFrame sealed =
        new SealedFrame(Samples.sealed(CONVERSATION, 1, 0, 0, 154), ByteString.EMPTY);
    assertEquals(false, StreamBody.isEnd(StreamBody.talk(sealed)));
  }
}
