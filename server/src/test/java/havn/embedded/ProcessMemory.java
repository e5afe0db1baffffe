package havn.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// A copy of the writable memory of a process and its children (Linux, `/proc/PID/mem`).
public final class ProcessMemory {

  private static final int MOST_PIECE = 512 << 20;

  /// A running process gives memory back between the list of its pieces and their reading.
  private static final int TRIES = 5;

  private final List<byte[]> pieces = new ArrayList<>();

  private ProcessMemory() {}

  public static ProcessMemory of(long pid) throws IOException {
    for (int left = TRIES - 1; ; left--) {
      try {
        return copy(pid);
      } catch (IOException moved) {
        if (left == 0) {
          throw moved;
        }
      }
    }
  }

  private static ProcessMemory copy(long pid) throws IOException {
    ProcessMemory memory = new ProcessMemory();
    long[] children =
        ProcessHandle.of(pid).orElseThrow().descendants().mapToLong(ProcessHandle::pid).toArray();
    for (long one : LongStream.concat(LongStream.of(pid), LongStream.of(children)).toArray()) {
      memory.read(one);
    }
    return memory;
  }

  private void read(long pid) throws IOException {
    Path process = Path.of("/proc", Long.toString(pid));
    try (RandomAccessFile mem = new RandomAccessFile(process.resolve("mem").toFile(), "r")) {
      for (String line : Files.readAllLines(process.resolve("maps"))) {
        String[] fields = line.split("\\s+", 3);
        if (fields[1].startsWith("rw")) {
          readPiece(mem, fields[0]);
        }
      }
    }
  }

  private void readPiece(RandomAccessFile mem, String range) throws IOException {
    String[] ends = range.split("-", 2);
    long from = Long.parseUnsignedLong(ends[0], 16);
    long length = Long.parseUnsignedLong(ends[1], 16) - from;
    if (length > MOST_PIECE) {
      throw new IOException("a piece of memory is larger than " + MOST_PIECE + " bytes");
    }
    byte[] piece = new byte[(int) length];
    mem.seek(from);
    mem.readFully(piece);
    pieces.add(piece);
  }

  /// Whether these bytes, at least 16, stand anywhere in it.
  public boolean holds(byte[] wanted) {
    return pieces.stream().anyMatch(piece -> holds(piece, wanted));
  }

  private static boolean holds(byte[] piece, byte[] wanted) {
    byte first = wanted[0];
    for (int at = 0; at <= piece.length - wanted.length; at++) {
      if (piece[at] == first
          && java.util.Arrays.equals(piece, at, at + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }
}
