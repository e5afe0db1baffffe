package havn.correspondence;

import havn.channel.Ability;
import havn.channel.Address;
import havn.channel.Channel;
import havn.channel.Handed;
import havn.channel.Outgoing;
import havn.channel.PhoneTags;
import havn.kernel.id.TextId;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Set;

/// A provider that is listened to when it refuses a text because its person opted out with it: that
/// is an opt-out here too. Where it cannot be noted, the text counts as not reached and is tried
/// again, and refused again.
public final class OptOutsHeard implements Channel {

  private final Channel channel;
  private final OptOuts optOuts;
  private final PhoneTags tags;
  private final InstantSource clock;

  public OptOutsHeard(Channel channel, OptOuts optOuts, PhoneTags tags, InstantSource clock) {
    this.channel = channel;
    this.optOuts = optOuts;
    this.tags = tags;
    this.clock = clock;
  }

  @Override
  public Set<Ability> abilities() {
    return channel.abilities();
  }

  @Override
  public Future<Handed> hand(Outgoing text) {
    return channel
        .hand(text)
        .compose(
            handed ->
                handed.equals(new Handed.Refused(Handed.Why.OPTED_OUT))
                    ? noted(text.to(), handed)
                    : Future.succeededFuture(handed));
  }

  private Future<Handed> noted(Address who, Handed handed) {
    return tags.stop(who)
        .compose(this::stoppedBefore)
        .map(stopped -> handed)
        .otherwise(new Handed.Refused(Handed.Why.UNREACHABLE));
  }

  private Future<Boolean> stoppedBefore(byte[] stop) {
    return optOuts.stop(stop, OptOuts.Source.PROVIDER, OptOuts.When.before(clock.instant()));
  }

  @Override
  public Future<Handed.Before> ask(TextId key) {
    return channel.ask(key);
  }
}
