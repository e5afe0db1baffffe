package havn.load.full;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import havn.load.socket.Masked;
import havn.load.socket.WebSocket;
import havn.wire.Padding;
import java.nio.ByteBuffer;

/// Wire frames on the generator's sockets, outside what is measured.
final class Said {

  private static final int BYTES_FIELD = 2;

  private Said() {}

  static void send(WebSocket socket, MessageLite message) {
    socket.send(Masked.binary(Padding.frame(message)));
  }

  /// Number of the message's first field, without parsing it; 0 when it is empty. All kinds are
  /// numbered below 16.
  static int kind(ByteBuffer in, int from, int length) {
    boolean spoken = length > Short.BYTES && in.getShort(from) != 0;
    int tag = spoken ? in.get(from + Short.BYTES) & 0xff : 0;
    return (tag & 7) == BYTES_FIELD ? tag >>> 3 : 0;
  }

  static <M> M read(Parser<M> parser, ByteBuffer in, int from, int length) {
    int size = in.getShort(from) & 0xffff;
    if (size + Short.BYTES > length) {
      throw new IllegalStateException("the server sent a frame that is not padded right");
    }
    var bytes = new byte[size];
    in.get(from + Short.BYTES, bytes);
    try {
      return parser.parseFrom(bytes);
    } catch (InvalidProtocolBufferException mangled) {
      throw new IllegalStateException("the server sent a frame that is no message", mangled);
    }
  }

  static ByteString bytes(byte[] bytes) {
    return ByteString.copyFrom(bytes);
  }
}
