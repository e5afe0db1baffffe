package havn.channelhttp;

import havn.channel.Hook;
import havn.channel.Told;
import havn.correspondence.Receiving;
import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Where what providers send goes.
///
/// @param hooks by the provider's name in the address `/hooks/<provider>`
/// @param services whose texts a provider carries, by the same name
/// @param told keeps what is told; a failure makes the provider tell it again
public record Inlet(
    Map<String, Hook> hooks,
    Function<String, Set<ServiceId>> services,
    BiFunction<Receiving.Inbox, List<Told>, Future<Void>> told) {

  public Inlet {
    hooks = Map.copyOf(hooks);
  }
}
