package havn.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.jackson.JacksonCodec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// What is read and written as JSON stays in no buffer of the thread.
class FreshJsonTest {

  private static final String CANARY = "+47 902 00 017";
  private static final String JSON = "{\"numbers\":[\"" + CANARY + "\"],\"text\":\"Hei, \\u00e5\"}";

  @Test
  void whatVertxWouldKeepIsSeen() {
    new JacksonCodec().fromString(JSON, Object.class);
    assertTrue(kept().contains(CANARY));
    wipe();
  }

  @Test
  void nothingOfABodyIsKept() {
    wipe();
    JsonObject read = new JsonObject(JSON);
    assertEquals(read, Buffer.buffer(JSON).toJsonObject());
    assertEquals(read, new JsonObject(read.toBuffer()));
    assertEquals(read, new JsonObject(read.encodePrettily()));
    assertFalse(kept().contains(CANARY));
  }

  @Test
  void whatIsNoJsonIsRefused() {
    for (String text : new String[] {"", "{", "{\"a\":1} {", "{\"a\":01}", "// a\n{}"}) {
      assertThrows(DecodeException.class, () -> new JsonObject(text), text);
      assertThrows(DecodeException.class, () -> new JsonObject(Buffer.buffer(text)), text);
    }
    assertThrows(DecodeException.class, () -> new JsonArray("{}"));
  }

  /// What is in the buffers that this thread would use next.
  private static String kept() {
    BufferRecycler buffers = JsonRecyclerPools.threadLocalPool().acquirePooled();
    StringBuilder all = new StringBuilder();
    for (int kind = 0; kind < 4; kind++) {
      char[] chars = buffers.allocCharBuffer(kind);
      byte[] bytes = buffers.allocByteBuffer(kind);
      all.append(chars).append(new String(bytes, ISO_8859_1));
      buffers.releaseCharBuffer(kind, chars);
      buffers.releaseByteBuffer(kind, bytes);
    }
    return all.toString();
  }

  private static void wipe() {
    BufferRecycler buffers = JsonRecyclerPools.threadLocalPool().acquirePooled();
    for (int kind = 0; kind < 4; kind++) {
      char[] chars = buffers.allocCharBuffer(kind);
      Arrays.fill(chars, ' ');
      buffers.releaseCharBuffer(kind, chars);
      byte[] bytes = buffers.allocByteBuffer(kind);
      Arrays.fill(bytes, (byte) ' ');
      buffers.releaseByteBuffer(kind, bytes);
    }
  }
}
