package havn.channel;

import havn.kernel.id.TextId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A provider with the abilities that a test gives it. It outlives those who hand texts to it.
public final class TestProvider implements Channel {

  public final List<String> arrived = new ArrayList<>();
  private final Set<Ability> abilities = EnumSet.of(Ability.TEXT);
  private final Map<TextId, String> ids = new HashMap<>();

  /// It takes nothing and knows nothing.
  public boolean mute;

  /// It never answers.
  public boolean silent;

  /// What it answers instead of taking a text.
  public Optional<Handed> instead = Optional.empty();

  public TestProvider(Ability... more) {
    abilities.addAll(List.of(more));
  }

  @Override
  public Set<Ability> abilities() {
    return abilities;
  }

  @Override
  public synchronized Future<Handed> hand(Outgoing text) {
    if (silent) {
      return Promise.<Handed>promise().future();
    }
    if (mute) {
      return Future.succeededFuture(new Handed.Unknown());
    }
    if (instead.isPresent()) {
      return Future.succeededFuture(instead.get());
    }
    String known = ids.get(text.key());
    if (known == null || !abilities.contains(Ability.KEYS)) {
      arrived.add(text.to().written() + " " + text.text());
      ids.put(text.key(), "id-" + arrived.size());
    }
    return Future.succeededFuture(new Handed.Accepted(String.valueOf(ids.get(text.key()))));
  }

  @Override
  public synchronized Future<Handed.Before> ask(TextId key) {
    if (silent) {
      return Promise.<Handed.Before>promise().future();
    }
    if (mute) {
      return Future.succeededFuture(new Handed.Unknown());
    }
    String known = ids.get(key);
    return Future.succeededFuture(
        known == null ? new Handed.Unheard() : new Handed.Accepted(known));
  }
}
