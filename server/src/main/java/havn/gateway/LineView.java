package havn.gateway;

import havn.danger.DangerCall;
import havn.duty.Shift;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.line.Boost;
import havn.line.Waiter;
import havn.wire.ToDesk;
import havn.wire.v1.LineItem;
import havn.wire.v1.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A service's line and the calls for help in its chats at one moment, made once for everybody who
/// watches it. Each of the two is looked up by itself, so that one that fails hides no other.
record LineView(ServiceId service, Glance<Shown> line, Glance<List<DangerCall.Seen>> danger) {

  /// What a look came to.
  sealed interface Glance<T> {

    /// What is seen now.
    default Optional<T> now() {
      return switch (this) {
        case Seen<T>(T what) -> Optional.of(what);
        case Failed<T> f -> Optional.empty();
        case Unknown<T> u -> Optional.empty();
      };
    }

    record Seen<T>(T what) implements Glance<T> {}

    /// It failed just now: what was seen last is kept.
    record Failed<T>() implements Glance<T> {}

    /// It has failed for 30 seconds: what was seen last may be true no longer.
    record Unknown<T>() implements Glance<T> {}
  }

  /// The line.
  ///
  /// @param items the whole of it, at most 220
  /// @param frame the same as a wire frame for consoles
  /// @param places what each of those who wait is told
  /// @param called who is to come although they do not look: whoever is alone on duty and asked to
  ///     take somebody, and everybody while somebody in danger waits
  /// @param endangered those in danger among them
  @SuppressWarnings("ArrayRecordComponent")
  record Shown(
      List<LineItem> items,
      byte[] frame,
      Map<ConversationId, Waiting> places,
      Set<DeviceId> called,
      List<Waiter> endangered) {

    /// What somebody on duty is shown: whose right is for some lanes only sees those who wait
    /// there, and whoever is in danger now.
    byte[] seenBy(Shift shift, ServiceId service, Instant now) {
      return shift.follows().isEmpty()
          ? frame
          : ToDesk.line(
              service,
              items.stream()
                  .filter(
                      item ->
                          item.getBoostValue() == Boost.DANGER.ordinal()
                              || shift.mayTake(service, item.getLane(), now))
                  .toList());
    }
  }

  /// Who wants to see it. Called on any thread.
  interface Watcher {

    void line(LineView view);
  }
}
