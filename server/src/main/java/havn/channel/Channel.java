package havn.channel;

import havn.kernel.id.TextId;
import io.vertx.core.Future;
import java.util.Set;

/// A provider of plain messages. Futures never fail: what went wrong is a value.
public interface Channel {

  /// How long one answer may take.
  int SECONDS = 10;

  Set<Ability> abilities();

  /// Hands one text over. Answers within 10 s.
  Future<Handed> hand(Outgoing text);

  /// What became of a text that was perhaps handed over. Only with [Ability#ASKED].
  Future<Handed.Before> ask(TextId key);
}
