package havn.load.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// One TCP connection of the generator. Belongs to its [Loop]'s thread.
public final class Connection {

  private static final int MOST_UNSENT = 1 << 20;
  private static final int MOST_CARRIED = 1 << 16;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SocketChannel channel;
  private final SelectionKey key;
  private Reader reader;
  private ByteBuffer carried = NOTHING;
  private ByteBuffer unsent = NOTHING;
  private @Nullable Runnable connected;
  private boolean open = true;

  Connection(SocketChannel channel, SelectionKey key, Reader reader, Runnable connected) {
    this.channel = channel;
    this.key = key;
    this.reader = reader;
    this.connected = connected;
  }

  public boolean isOpen() {
    return open;
  }

  /// From now on `next` takes the bytes.
  public void handTo(Reader next) {
    reader = next;
  }

  /// Sends the remaining bytes of `bytes`, which may be used again when this returns. What the
  /// kernel does not take now is kept, at most 1 MiB.
  public void send(ByteBuffer bytes) {
    if (!open) {
      return;
    }
    try {
      if (!unsent.hasRemaining()) {
        channel.write(bytes);
      }
      if (bytes.hasRemaining()) {
        keep(bytes);
      }
    } catch (IOException broken) {
      close();
    }
  }

  /// Ends the connection at once; harmless when it is over.
  public void close() {
    if (!open) {
      return;
    }
    open = false;
    key.cancel();
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      open = false;
    }
    reader.closed();
  }

  void ready(ByteBuffer inbox) {
    try {
      var waiting = connected;
      if (waiting != null) {
        connected = null;
        finishConnect(waiting);
      } else if (key.isValid() && key.isWritable()) {
        flush();
      }
      if (key.isValid() && key.isReadable()) {
        receive(inbox);
      }
    } catch (IOException broken) {
      close();
    }
  }

  private void finishConnect(Runnable then) throws IOException {
    channel.finishConnect();
    key.interestOps(SelectionKey.OP_READ);
    then.run();
  }

  private void receive(ByteBuffer inbox) throws IOException {
    inbox.clear();
    inbox.put(carried);
    carried = NOTHING;
    if (channel.read(inbox) < 0) {
      close();
      return;
    }
    inbox.flip();
    Reader asked;
    do {
      asked = reader;
      asked.read(inbox);
    } while (open && asked != reader);
    if (open && inbox.hasRemaining()) {
      carry(inbox);
    }
  }

  private void carry(ByteBuffer rest) {
    if (rest.remaining() > MOST_CARRIED) {
      close();
      return;
    }
    carried = ByteBuffer.allocate(rest.remaining()).put(rest).flip();
  }

  private void keep(ByteBuffer bytes) {
    if (unsent.remaining() + bytes.remaining() > MOST_UNSENT) {
      close();
      return;
    }
    var all = ByteBuffer.allocate(unsent.remaining() + bytes.remaining());
    unsent = all.put(unsent).put(bytes).flip();
    key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
  }

  private void flush() throws IOException {
    channel.write(unsent);
    if (!unsent.hasRemaining()) {
      unsent = NOTHING;
      key.interestOps(SelectionKey.OP_READ);
    }
  }
}
