package havn.staff;

import java.util.Optional;
import java.util.function.Consumer;

/// The newest verified roster, read in memory on every event loop.
public interface RosterBook {

  /// Empty before the first roster is published; nobody is on duty then.
  Optional<Roster> current();

  /// Calls `listener` after every newly published version, on an unspecified thread.
  void onChange(Consumer<Roster> listener);
}
