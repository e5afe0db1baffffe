package havn.duty;

import havn.kernel.id.StaffId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Reaches somebody on duty who does not look at their console.
public interface Calls {

  /// Whether a text reaches them, and they wish for it.
  Future<Boolean> reaches(StaffId who);

  /// Tells them that somebody waits, unless a text did in the last 3 minutes. Answers when that
  /// text was made; empty when none reaches them.
  Future<Optional<Instant>> somebodyWaits(StaffId who);

  /// Tells those who wish for it that somebody is in danger: each once, however often it is asked
  /// for, and at most 24 times in 24 hours of those who said it in a line, and as often of others.
  Future<Void> somebodyNeedsHelp(Set<StaffId> who, Danger danger);

  /// What somebody is told of.
  ///
  /// @param name says nothing of the chat, at most 64 characters
  /// @param since when they called, or began to wait
  /// @param saidInLine whether they said it there, where anybody can, however often
  record Danger(String name, Instant since, boolean saidInLine) {}
}
