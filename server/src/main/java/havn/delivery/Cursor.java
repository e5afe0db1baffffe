package havn.delivery;

import havn.conversation.LogEntry;
import havn.wire.SealedFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where one connection stands in one conversation. Pure state; belongs to one event loop.
public final class Cursor {

  /// What a cursor lets out, in rising order without holes.
  public interface Outlet {

    void entry(int seq, byte[] body);

    /// This connection's own frame is stored.
    void receipt(int seq, SealedFrame own);

    /// Something came early for the first time since the last hole; look again in a moment and ask
    /// [#hole()].
    void cameEarly();
  }

  /// Entries held because an earlier one is missing; a power of two.
  public static final int EARLY = 32;

  private final Outlet outlet;
  private int next;
  private int highest;
  private boolean reading = true;
  private boolean again;
  private @Nullable Object @Nullable [] early;

  /// Begins after entry `last`; it must be read up to the present before live entries are let out.
  public Cursor(int last, Outlet outlet) {
    this.next = last + 1;
    this.highest = last;
    this.outlet = outlet;
  }

  /// Number of the last entry let out.
  public int last() {
    return next - 1;
  }

  /// A stored entry of somebody else.
  public void offer(int seq, byte[] body) {
    put(seq, body);
  }

  /// This connection's own frame, now stored.
  public void own(int seq, SealedFrame frame) {
    put(seq, frame);
  }

  /// Whether entries are missing and nobody reads them yet.
  public boolean hole() {
    return !reading && highest >= next;
  }

  /// The stream is being read from `last() + 1` on. False when somebody already does; what is under
  /// way may have begun too early to see everything, so it will be followed by one more.
  public boolean beginReading() {
    boolean first = !reading;
    again = !first;
    reading = true;
    return first;
  }

  /// What was read, in order. Answers whether to read on, because the answer was full, newer
  /// entries are known or somebody else wished to read meanwhile.
  ///
  /// @param full whether as many came as were asked for
  public boolean read(List<LogEntry> entries, boolean full) {
    for (LogEntry entry : entries) {
      highest = Math.max(highest, entry.seq());
      if (entry.seq() == next) {
        Object known = takeEarly();
        letOut(known == null ? entry.body() : known);
      }
    }
    drain();
    reading = full || again || (!entries.isEmpty() && highest >= next);
    again = false;
    return reading;
  }

  /// The stream could not be read; live entries are let out again where there is no hole.
  public void gaveUpReading() {
    reading = false;
    again = false;
    drain();
  }

  private void put(int seq, Object item) {
    if (seq < next) {
      return;
    }
    boolean holeBefore = highest >= next;
    highest = Math.max(highest, seq);
    if (seq == next && !reading) {
      letOut(item);
      drain();
    } else if (seq < next + EARLY) {
      early()[seq & (EARLY - 1)] = item;
    }
    if (!reading && !holeBefore && highest >= next) {
      outlet.cameEarly();
    }
  }

  private void drain() {
    for (Object item = takeEarly(); item != null; item = takeEarly()) {
      letOut(item);
    }
  }

  private @Nullable Object takeEarly() {
    if (early == null) {
      return null;
    }
    Object item = early[next & (EARLY - 1)];
    early[next & (EARLY - 1)] = null;
    return item;
  }

  private void letOut(Object item) {
    int seq = next++;
    if (item instanceof SealedFrame own) {
      outlet.receipt(seq, own);
    } else {
      outlet.entry(seq, (byte[]) item);
    }
  }

  private @Nullable Object[] early() {
    if (early == null) {
      early = new Object[EARLY];
    }
    return early;
  }
}
