package havn.gateway;

import havn.wire.Padding;
import havn.wire.v1.Code;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.internal.buffer.BufferInternal;
import java.util.function.Consumer;
import java.util.function.Function;

/// One WebSocket with its bounds: whole binary frames in, at a human pace; frames out into a
/// bounded queue; a heartbeat. What breaks a bound closes this socket with a code. Belongs to one
/// event loop.
final class Socket {

  private static final int MISSED = 3;

  /// Frames still read from a client after it was closed.
  private static final int MOST_LATE = 1_000;

  private final ServerWebSocket ws;
  private final Loop loop;
  private final Talker talker;
  private final Pace pace;
  private final Bell bell = new Bell(this::ring);
  private Future<Void> lastWrite = Future.succeededFuture();
  private int waitingFrames;
  private long waitingBytes;
  private int unanswered;
  private int nonce;
  private int late;
  private boolean greeted;
  private boolean open = true;
  private boolean left;

  /// Takes over a fresh WebSocket.
  ///
  /// @param who makes the talker of this socket
  Socket(ServerWebSocket ws, Loop loop, Function<Socket, Talker> who) {
    this.ws = ws;
    this.loop = loop;
    this.pace = new Pace(loop.limits().framesPerSecond());
    this.talker = who.apply(this);
    ws.frameHandler(this::frame);
    ws.exceptionHandler(this::broken);
    ws.closeHandler(closed -> gone());
    loop.wheel().set(bell, loop.limits().hello());
  }

  /// The first frame was good; from now on the heart beats.
  void greeted() {
    greeted = true;
    loop.wheel().set(bell, loop.limits().heartbeat());
  }

  /// Sends a frame, which nobody changes any more. A client that reads too slowly is closed.
  void send(byte[] frame) {
    if (!open) {
      return;
    }
    waitingFrames++;
    waitingBytes += frame.length;
    SocketLimits limits = loop.limits();
    if (waitingFrames > limits.outboundFrames() || waitingBytes > limits.outboundBytes()) {
      close(Code.SLOW_CONSUMER);
      return;
    }
    loop.meters().framesOut.one();
    lastWrite = write(frame);
    lastWrite.onComplete(
        written -> {
          waitingFrames--;
          waitingBytes -= frame.length;
        });
  }

  /// Completes when everything sent so far was handed to the network.
  Future<Void> sent() {
    return lastWrite;
  }

  /// The client answered a ping.
  void pong() {
    unanswered = 0;
  }

  void close(Code code) {
    if (open) {
      open = false;
      loop.meters().said(code);
      var unused = ws.close((short) code.getNumber());
      gone();
    }
  }

  boolean isOpen() {
    return open;
  }

  /// Carries on with a store's answer, unless the client has gone meanwhile.
  <T> void after(Future<T> asked, Consumer<T> then) {
    asked
        .onSuccess(
            answer -> {
              if (open) {
                then.accept(answer);
              }
            })
        .onFailure(unavailable -> close(Code.STORE_UNAVAILABLE));
  }

  private void frame(WebSocketFrame frame) {
    if (frame.isClose()) {
      return;
    }
    if (!open) {
      if (++late == MOST_LATE) {
        ws.pause(); // Vert.x would answer pings for ever, into a queue without a bound
      }
      return;
    }
    if (!pace.passes()) {
      close(Code.TOO_FAST);
      return;
    }
    if (!frame.isBinary() || !frame.isFinal()) {
      if (frame.isText() || frame.isBinary() || frame.isContinuation()) {
        close(Code.FRAME_NOT_BINARY);
      }
      return;
    }
    loop.meters().framesIn.one();
    Buffer data = frame.binaryData();
    if (data.length() > Padding.MOST) {
      close(Code.FRAME_TOO_LARGE);
    } else {
      guarded(() -> talker.frame(data.getBytes()));
    }
  }

  /// What the codec cannot read is too large for it; anything else is a connection that broke.
  private void broken(Throwable failure) {
    if (failure instanceof DecoderException) {
      close(Code.FRAME_TOO_LARGE);
    } else {
      ws.close();
    }
  }

  /// A defect in serving one client ends that client's connection alone.
  private void guarded(Runnable serve) {
    try {
      serve.run();
    } catch (RuntimeException defect) {
      loop.defect(defect);
      close(Code.STORE_UNAVAILABLE);
    }
  }

  private void ring() {
    if (!greeted) {
      close(Code.HELLO_TIMEOUT);
    } else if (++unanswered > MISSED) {
      close(Code.HEARTBEAT_MISSED);
    } else {
      loop.wheel().set(bell, loop.limits().heartbeat());
      send(talker.ping(++nonce));
      guarded(talker::beat);
    }
  }

  private Future<Void> write(byte[] frame) {
    return ws.writeBinaryMessage(BufferInternal.buffer(Unpooled.wrappedBuffer(frame)));
  }

  private void gone() {
    open = false;
    if (!left) {
      left = true;
      bell.silence();
      loop.forget(this);
      talker.closed();
    }
  }
}
