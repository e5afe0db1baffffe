package havn.wire;

import com.google.protobuf.CodedOutputStream;
import havn.wire.v1.Entry;
import java.io.IOException;

/// Writes `Entry` fields from a number and a [StreamBody], without parsing the body.
final class Numbered {

  static final int LENGTH_DELIMITED = 2;

  private Numbered() {}

  static int size(int seq, byte[] body) {
    return CodedOutputStream.computeUInt32Size(Entry.SEQ_FIELD_NUMBER, seq) + body.length;
  }

  static void write(CodedOutputStream out, int seq, byte[] body) throws IOException {
    out.writeUInt32(Entry.SEQ_FIELD_NUMBER, seq);
    out.writeRawBytes(body);
  }

  /// Tag and length of a field that holds `inner` bytes.
  static int fieldSize(int field, int inner) {
    return CodedOutputStream.computeTagSize(field)
        + CodedOutputStream.computeUInt32SizeNoTag(inner)
        + inner;
  }

  static void writeHead(CodedOutputStream out, int field, int inner) throws IOException {
    out.writeTag(field, LENGTH_DELIMITED);
    out.writeUInt32NoTag(inner);
  }
}
