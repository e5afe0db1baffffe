package havn.gateway;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Something that waits on the [Wheel], in one place at a time. Rings once per setting.
final class Bell {

  private final Runnable rings;
  private @Nullable Bell before;
  private @Nullable Bell after;

  Bell(Runnable rings) {
    this.rings = rings;
  }

  /// Takes it off the wheel, wherever it is.
  void silence() {
    if (before != null && after != null) {
      before.after = after;
      after.before = before;
    }
    before = null;
    after = null;
  }

  /// A ring of none: the fixed end of a spoke.
  static Bell spoke() {
    Bell end = new Bell(() -> {});
    end.before = end;
    end.after = end;
    return end;
  }

  /// Hangs `bell` on this spoke.
  void hang(Bell bell) {
    bell.silence();
    bell.before = before;
    bell.after = this;
    if (before != null) {
      before.after = bell;
    }
    before = bell;
  }

  /// Rings everything that hangs on this spoke now; what they hang up again meanwhile waits. A bell
  /// that fails silences no other.
  void ringAll(Consumer<RuntimeException> defects) {
    Bell fresh = spoke();
    if (after == null || before == null || after == this) {
      return;
    }
    fresh.after = after;
    fresh.before = before;
    after.before = fresh;
    before.after = fresh;
    before = this;
    after = this;
    for (Bell bell = fresh.after; bell != null && bell != fresh; bell = fresh.after) {
      bell.silence();
      try {
        bell.rings.run();
      } catch (RuntimeException defect) {
        defects.accept(defect);
      }
    }
  }
}
