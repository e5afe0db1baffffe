package havn.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.EncodeException;
import io.vertx.core.json.jackson.JacksonCodec;
import io.vertx.core.spi.JsonFactory;
import io.vertx.core.spi.json.JsonCodec;
import java.io.IOException;
import java.io.StringWriter;

/// JSON for Vert.x, which finds it by `META-INF/services`, through buffers that are used once. The
/// usual ones belong to a thread and are used again: what a body said would stay in them until a
/// longer one comes.
public final class FreshJson implements JsonFactory {

  private static final com.fasterxml.jackson.core.JsonFactory FACTORY =
      com.fasterxml.jackson.core.JsonFactory.builder()
          .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
          .build();

  /// Before that of Vert.x.
  @Override
  public int order() {
    return 0;
  }

  @Override
  public JsonCodec codec() {
    return new Codec();
  }

  private static final class Codec extends JacksonCodec {

    @Override
    public <T> T fromString(String json, Class<T> as) {
      return fromParser(parser(json), as);
    }

    @Override
    public <T> T fromBuffer(Buffer json, Class<T> as) {
      return fromParser(parser(json.getBytes()), as);
    }

    @Override
    public Object fromString(String json) {
      return fromString(json, Object.class);
    }

    @Override
    public Object fromBuffer(Buffer json) {
      return fromBuffer(json, Object.class);
    }

    @Override
    public String toString(Object value, boolean pretty) {
      StringWriter text = new StringWriter();
      try (JsonGenerator out = FACTORY.createGenerator(text)) {
        if (pretty) {
          out.useDefaultPrettyPrinter();
        }
        encodeJson(value, out);
      } catch (IOException failed) {
        throw new EncodeException("no JSON can be made of it", failed);
      }
      return text.toString();
    }

    @Override
    public Buffer toBuffer(Object value, boolean pretty) {
      return Buffer.buffer(toString(value, pretty));
    }

    private static JsonParser parser(String json) {
      try {
        return FACTORY.createParser(json);
      } catch (IOException failed) {
        throw new DecodeException("no JSON can be read", failed);
      }
    }

    private static JsonParser parser(byte[] json) {
      try {
        return FACTORY.createParser(json);
      } catch (IOException failed) {
        throw new DecodeException("no JSON can be read", failed);
      }
    }
  }
}
