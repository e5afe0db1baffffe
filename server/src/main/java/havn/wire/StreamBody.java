package havn.wire;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import havn.wire.v1.EndReason;
import havn.wire.v1.Entry;
import havn.wire.v1.Epoch;
import havn.wire.v1.SignedStatement;
import havn.wire.v1.Talk;
import java.io.IOException;
import java.io.UncheckedIOException;

/// A conversation's entry as the stream keeps it: a serialised `Entry` without its number, which
/// the stream gives. The number is put in front when the entry is delivered.
public final class StreamBody {

  private static final int TALK_TAG = Entry.TALK_FIELD_NUMBER << 3 | 2;
  private static final int SIGNATURE_TAG = Talk.SIGNATURE_FIELD_NUMBER << 3 | 2;
  private static final int END_TAG = Entry.END_FIELD_NUMBER << 3;
  private static final int EPOCH_TAG = Entry.EPOCH_FIELD_NUMBER << 3 | 2;

  private StreamBody() {}

  public static byte[] talk(SealedFrame frame) {
    int inner = sealedSize(frame);
    byte[] body =
        new byte
            [CodedOutputStream.computeTagSize(Entry.TALK_FIELD_NUMBER)
                + CodedOutputStream.computeUInt32SizeNoTag(inner)
                + inner];
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(body);
      out.writeTag(Entry.TALK_FIELD_NUMBER, 2);
      out.writeUInt32NoTag(inner);
      writeSealed(out, frame);
    } catch (IOException tooShort) {
      throw new UncheckedIOException(tooShort);
    }
    return body;
  }

  public static byte[] statement(SignedWord statement) {
    return Entry.newBuilder()
        .setStatement(
            SignedStatement.newBuilder()
                .setPayload(statement.payload())
                .setSignature(statement.signature()))
        .build()
        .toByteArray();
  }

  public static byte[] epoch(SealedEpoch epoch) {
    return Entry.newBuilder()
        .setEpoch(
            Epoch.newBuilder()
                .setHeader(epoch.header().bytes())
                .setGrant(epoch.grant())
                .setSignature(epoch.signature()))
        .build()
        .toByteArray();
  }

  public static byte[] end(EndReason reason) {
    return Entry.newBuilder().setEnd(reason).build().toByteArray();
  }

  /// Whether this is the last entry.
  public static boolean isEnd(byte[] body) {
    return body.length > 0 && body[0] == END_TAG;
  }

  /// Whether somebody said this, staff or the visitor.
  public static boolean isTalk(byte[] body) {
    return body.length > 0 && body[0] == TALK_TAG;
  }

  /// Whether staff said this: their frames are signed, a visitor's are not. Reads the tags alone.
  public static boolean isOfStaff(byte[] body) {
    if (!isTalk(body)) {
      return false;
    }
    try {
      CodedInputStream in = CodedInputStream.newInstance(body, 1, body.length - 1);
      in.pushLimit(in.readRawVarint32());
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        if (tag == SIGNATURE_TAG) {
          return in.readRawVarint32() > 0;
        }
        in.skipField(tag);
      }
      return false;
    } catch (IOException neverStored) {
      return false;
    }
  }

  /// The number of the epoch in this entry; 0 when it holds no epoch.
  public static int epochNumber(byte[] body) {
    if (body.length == 0 || body[0] != EPOCH_TAG) {
      return 0;
    }
    try {
      return Entry.parseFrom(body).getEpoch().getHeader().asReadOnlyByteBuffer().getInt(17);
    } catch (InvalidProtocolBufferException | IndexOutOfBoundsException neverStored) {
      return 0;
    }
  }

  /// Bytes of a `Talk` or `Signal` without its own tag.
  static int sealedSize(SealedFrame frame) {
    int size = CodedOutputStream.computeBytesSize(1, frame.bytes());
    return frame.signature().isEmpty()
        ? size
        : size + CodedOutputStream.computeBytesSize(2, frame.signature());
  }

  static void writeSealed(CodedOutputStream out, SealedFrame frame) throws IOException {
    out.writeBytes(1, frame.bytes());
    if (!frame.signature().isEmpty()) {
      out.writeBytes(2, frame.signature());
    }
  }
}
