package havn.load.socket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// All sockets of the generator, turned by the thread that runs a rung: what arrives is handled
/// inside [#turn].
public final class Loop implements AutoCloseable {

  private static final int INBOX = 1 << 18;
  private static final long WAIT_MS = 10;

  private final Selector selector;
  private final ByteBuffer inbox = ByteBuffer.allocateDirect(INBOX);

  public Loop() {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts to connect; `connected` runs when the connection stands, the reader's `closed` when it
  /// cannot be made or ends.
  public Connection connect(InetSocketAddress to, Reader reader, Runnable connected) {
    try {
      var channel = SocketChannel.open();
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      var key = channel.register(selector, SelectionKey.OP_CONNECT);
      var connection = new Connection(channel, key, reader, connected);
      key.attach(connection);
      if (channel.connect(to)) {
        key.interestOps(SelectionKey.OP_WRITE);
      }
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Handles what has arrived, waiting for it at most `waitMs` milliseconds; 0 does not wait.
  public void turn(long waitMs) {
    try {
      if (waitMs == 0) {
        selector.selectNow(this::ready);
      } else {
        selector.select(this::ready, waitMs);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Turns until `done`, or for at most `limit`. False when the limit came first.
  public boolean until(BooleanSupplier done, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() - end >= 0) {
        return false;
      }
      turn(WAIT_MS);
    }
    return true;
  }

  /// Turns for this long.
  public void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() - end < 0) {
      turn(WAIT_MS);
    }
  }

  @Override
  public void close() {
    try {
      for (var key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void ready(SelectionKey key) {
    if (key.attachment() instanceof Connection connection) {
      connection.ready(inbox);
    }
  }
}
