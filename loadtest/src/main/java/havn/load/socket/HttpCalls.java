package havn.load.socket;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// Posts without a body over a few kept-alive HTTP/1.1 connections, one call at a time on each, as
/// browsers do. At most 16 connections; what waits for one is bounded by who asks.
public final class HttpCalls {

  private static final int MOST_CONNECTIONS = 16;
  private static final Answer NOTHING = new Answer(0, "");

  private final Loop loop;
  private final InetSocketAddress to;
  private final Deque<Call> waiting = new ArrayDeque<>();
  private final Deque<Line> idle = new ArrayDeque<>();
  private int lines;

  /// What came back: status and body. Status 0 when the connection broke.
  public record Answer(int status, String body) {}

  private record Call(ByteBuffer request, Consumer<Answer> answered) {}

  public HttpCalls(Loop loop, InetSocketAddress to) {
    this.loop = loop;
    this.to = to;
  }

  /// Posts to `path`; `answered` runs on the loop.
  public void post(String path, Consumer<Answer> answered) {
    var request =
        "POST %s HTTP/1.1\r\nHost: %s:%d\r\nContent-Length: 0\r\n\r\n"
            .formatted(path, to.getHostString(), to.getPort());
    waiting.add(new Call(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)), answered));
    var line = idle.poll();
    if (line != null) {
      line.next();
    } else if (lines < MOST_CONNECTIONS) {
      lines++;
      new Line();
    }
  }

  /// One connection.
  private final class Line implements Reader {

    private final Connection connection;
    private Consumer<Answer> pending = answer -> {};
    private boolean asked;

    Line() {
      connection = loop.connect(to, this, this::next);
    }

    void next() {
      var call = waiting.poll();
      if (call == null) {
        idle.add(this);
      } else {
        asked = true;
        pending = call.answered();
        connection.send(call.request());
      }
    }

    @Override
    public void read(ByteBuffer in) {
      int head = HeadReader.headLength(in);
      if (head == 0) {
        return;
      }
      var text = text(in, in.position(), head);
      int length = HttpHead.contentLength(text);
      if (length < 0) {
        connection.close();
      } else if (in.remaining() >= head + length) {
        var body = text(in, in.position() + head, length);
        in.position(in.position() + head + length);
        done(new Answer(HttpHead.status(text), body));
        next();
      }
    }

    @Override
    public void closed() {
      lines--;
      boolean wasIdle = idle.remove(this);
      var unmade = asked || wasIdle ? null : waiting.poll();
      done(NOTHING);
      if (unmade != null) {
        unmade.answered().accept(NOTHING);
      }
      if (!waiting.isEmpty() && lines < MOST_CONNECTIONS) {
        lines++;
        new Line();
      }
    }

    private void done(Answer answer) {
      var answered = pending;
      pending = nobody -> {};
      answered.accept(answer);
    }

    private static String text(ByteBuffer in, int from, int length) {
      var bytes = new byte[length];
      in.get(from, bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
