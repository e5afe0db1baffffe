package havn.channel;

import havn.kernel.id.TextId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// A process that ends right after it has handed over a number of texts. What it tries later does
/// not happen.
public final class Mortal {

  private final int last;
  private int handed;
  private boolean dead;

  /// @param last the number of the text that it hands over last
  public Mortal(int last) {
    this.last = last;
  }

  public boolean dead() {
    return dead;
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private <A> Future<A> alive(Supplier<Future<A>> does) {
    return dead ? Future.failedFuture(new Killed()) : does.get();
  }

  public Channel channel(Channel channel) {
    return new Channel() {
      @Override
      public Set<Ability> abilities() {
        return channel.abilities();
      }

      @Override
      public Future<Handed> hand(Outgoing text) {
        return alive(
            () -> {
              handed++;
              dead = handed == last;
              Future<Handed> answer = channel.hand(text);
              return dead ? Future.failedFuture(new Killed()) : answer;
            });
      }

      @Override
      public Future<Handed.Before> ask(TextId key) {
        return alive(() -> channel.ask(key));
      }
    };
  }

  public <T extends Waiting<T>> Outbox<T> outbox(Outbox<T> outbox) {
    return new Outbox<T>() {
      @Override
      public Future<List<T>> claim(Instant now) {
        return alive(() -> outbox.claim(now));
      }

      @Override
      public Future<Begun> begin(T text, Instant now) {
        return alive(() -> outbox.begin(text, now));
      }

      @Override
      public Future<Boolean> end(T text, End end, Optional<Handed.Accepted> accepted, Instant now) {
        return alive(() -> outbox.end(text, end, accepted, now));
      }

      @Override
      public Future<Void> again(T text, Instant next, boolean refused, boolean doubt) {
        return alive(() -> outbox.again(text, next, refused, doubt));
      }

      @Override
      public Future<Integer> forget(Instant before) {
        return alive(() -> outbox.forget(before));
      }
    };
  }
}
