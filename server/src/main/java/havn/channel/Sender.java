package havn.channel;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Takes texts out of the outbox and hands them to a provider. Any number of these may run, in any
/// number of processes.
///
/// @param <T> what is sent
public final class Sender<T extends Waiting<T>> {

  private final Channel channel;
  private final Outbox<T> outbox;
  private final Wording<T> wording;
  private final Heard heard;
  private final InstantSource clock;
  private final Duration patience;

  /// Told what became of each text; counts only.
  public interface Heard {
    void ended(String purpose, Outbox.End end);

    /// Something failed at a text; it is taken up again when its claim runs out, or asked about.
    void failed(String purpose, Throwable why);
  }

  /// @param patience how long a provider may take to answer
  public Sender(
      Channel channel,
      Outbox<T> outbox,
      Wording<T> wording,
      Heard heard,
      InstantSource clock,
      Duration patience) {
    this.channel = channel;
    this.outbox = outbox;
    this.wording = wording;
    this.heard = heard;
    this.clock = clock;
    this.patience = patience;
  }

  /// Sends what is due, at most 10 texts, one after the other; answers how many there were. What
  /// fails at one does not keep the others.
  public Future<Integer> round() {
    return outbox
        .claim(clock.instant())
        .compose(
            texts -> {
              Future<Void> done = Future.succeededFuture();
              for (T text : texts) {
                done =
                    done.compose(before -> send(text))
                        .onFailure(failure -> heard.failed(text.purpose(), failure))
                        .otherwiseEmpty();
              }
              return done.map(texts.size());
            });
  }

  private Future<Void> send(T text) {
    if (!text.doubt()) {
      return inTime(text);
    }
    if (channel.abilities().contains(Ability.ASKED)) {
      return this.<Handed.Before>inPatience(
              text, () -> channel.ask(text.id()), new Handed.Unknown())
          .compose(
              before ->
                  switch (before) {
                    case Handed.Accepted accepted -> accepted(text, accepted);
                    case Handed.Unheard unheard -> inTime(text.unheard());
                    case Handed.Unknown unknown -> later(text, true, true);
                  });
    }
    return channel.abilities().contains(Ability.KEYS)
        ? inTime(text)
        : end(text, Outbox.End.PERHAPS);
  }

  private Future<Void> inTime(T text) {
    Instant now = clock.instant();
    if (!now.isBefore(text.until())) {
      return tooLate(text, text.doubt());
    }
    Instant permitted = text.permitted(now);
    if (!permitted.isBefore(text.until())) {
      return tooLate(text, text.doubt());
    }
    return permitted.isAfter(now)
        ? outbox.again(text, permitted, false, text.doubt())
        : wording
            .of(text, now)
            .compose(words -> words.map(said -> hand(text, said)).orElseGet(() -> notNeeded(text)));
  }

  private Future<Void> hand(T text, String words) {
    return outbox
        .begin(text, clock.instant())
        .compose(
            begun ->
                switch (begun) {
                  case Outbox.To to ->
                      hand(text, new Outgoing(text.id(), to.address(), words, to.answer()));
                  case Outbox.NotWished not -> notNeeded(text);
                  case Outbox.Unreadable unreadable -> tooLate(text, text.doubt());
                  case Outbox.RanOut ran -> Future.succeededFuture();
                });
  }

  private Future<Void> hand(T text, Outgoing out) {
    return this.<Handed>inPatience(text, () -> channel.hand(out), new Handed.Unknown())
        .compose(handed -> note(text, handed));
  }

  /// What the provider answers; when it fails or takes too long, nobody knows.
  private <A> Future<A> inPatience(T text, Supplier<Future<A>> asked, A unknown) {
    return Future.succeededFuture()
        .compose(now -> asked.get())
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(failure -> heard.failed(text.purpose(), failure))
        .otherwise(unknown);
  }

  private Future<Void> note(T text, Handed handed) {
    return switch (handed) {
      case Handed.Accepted accepted -> accepted(text, accepted);
      case Handed.Refused refused ->
          refused.why().forGood() ? end(text, Outbox.End.FAILED) : later(text, true, text.doubt());
      case Handed.Unknown unknown ->
          channel.abilities().contains(Ability.KEYS) || channel.abilities().contains(Ability.ASKED)
              ? later(text, true, true)
              : end(text, Outbox.End.PERHAPS);
    };
  }

  private Future<Void> later(T text, boolean refused, boolean doubt) {
    Instant next = clock.instant().plus(Permitted.pause(text.tries() + 1));
    Instant permitted = text.permitted(next);
    return permitted.isBefore(text.until())
        ? outbox.again(text, permitted, refused, doubt)
        : tooLate(text, doubt);
  }

  /// A text that was perhaps sent before stays that.
  private Future<Void> notNeeded(T text) {
    return end(text, text.doubt() ? Outbox.End.PERHAPS : Outbox.End.DROPPED);
  }

  private Future<Void> tooLate(T text, boolean doubt) {
    return end(text, doubt ? Outbox.End.PERHAPS : Outbox.End.FAILED);
  }

  private Future<Void> accepted(T text, Handed.Accepted accepted) {
    return end(text, Outbox.End.ACCEPTED, Optional.of(accepted));
  }

  private Future<Void> end(T text, Outbox.End end) {
    return end(text, end, Optional.empty());
  }

  /// Told only by whoever still had the claim.
  private Future<Void> end(T text, Outbox.End end, Optional<Handed.Accepted> accepted) {
    return outbox
        .end(text, end, accepted, clock.instant())
        .onSuccess(
            mine -> {
              if (mine) {
                heard.ended(text.purpose(), end);
              }
            })
        .mapEmpty();
  }
}
