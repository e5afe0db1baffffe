package havn.channel.smpp;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Texts of phones of which not every part has come. At most 64, each of 16 parts and for 10
/// minutes; what is too much is to come again, what is too late is told with its gaps.
final class Gathering {

  static final int MOST = 64;
  static final int MOST_PARTS = 16;
  static final Duration LONGEST = Duration.ofMinutes(10);
  static final String GAP = "[…]";

  /// Whose parts belong together.
  record Key(String from, String to, int reference, int of) {

    @Override
    public String toString() {
      return "Key[…]";
    }
  }

  /// What came of a part.
  sealed interface Added {}

  /// Others are still to come.
  record Incomplete() implements Added {}

  /// There is no room for another text.
  record Full() implements Added {}

  /// A text as far as it came.
  record Whole(Key key, String text) implements Added {

    @Override
    public String toString() {
      return "Whole[…]";
    }
  }

  private record Open(Instant since, TreeMap<Integer, Piece> parts) {}

  private final Map<Key, Open> open = new LinkedHashMap<>();

  /// Adds a part. A text that is whole stays until it is [#done(Key)], so that its last part may
  /// come again.
  synchronized Added add(Key key, Piece piece, Instant now) {
    if (key.of() > MOST_PARTS) {
      return new Whole(key, piece.text());
    }
    if (!open.containsKey(key) && open.size() >= MOST) {
      return new Full();
    }
    Open its = open.computeIfAbsent(key, fresh -> new Open(now, new TreeMap<>()));
    its.parts().put(piece.number(), piece);
    return its.parts().size() == key.of() ? whole(key, its) : new Incomplete();
  }

  /// It is kept elsewhere.
  synchronized void done(Key key) {
    open.remove(key);
  }

  /// What waits for longer than 10 minutes; it stays until it is done.
  synchronized List<Whole> tooLate(Instant now) {
    return open.entrySet().stream()
        .filter(each -> each.getValue().since().plus(LONGEST).isBefore(now))
        .map(each -> whole(each.getKey(), each.getValue()))
        .toList();
  }

  /// What waits at all; it stays until it is done.
  synchronized List<Whole> all() {
    return open.entrySet().stream().map(each -> whole(each.getKey(), each.getValue())).toList();
  }

  private static Whole whole(Key key, Open its) {
    StringBuilder text = new StringBuilder();
    for (int number = 1; number <= key.of(); number++) {
      Piece piece = its.parts().get(number);
      if (piece == null) {
        text.append(GAP);
      } else if (!continues(its.parts().get(number - 1), piece)) {
        text.append(Piece.text(piece.coding(), row(its.parts(), number)));
      }
    }
    return new Whole(key, text.toString());
  }

  /// The bytes from this part on, as far as parts of its coding follow without a gap: a character
  /// may stand in two.
  private static byte[] row(TreeMap<Integer, Piece> parts, int first) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Piece piece = Objects.requireNonNull(parts.get(first));
    bytes.writeBytes(piece.bytes());
    Piece next = parts.get(first + 1);
    for (int at = first + 1; next != null && continues(piece, next); at++) {
      bytes.writeBytes(next.bytes());
      next = parts.get(at + 1);
    }
    return bytes.toByteArray();
  }

  private static boolean continues(@Nullable Piece before, Piece piece) {
    return before != null && before.coding() == piece.coding();
  }
}
