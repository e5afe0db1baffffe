package havn.admission.redis;

import havn.admission.Passes;
import havn.admission.Tickets;
import havn.kernel.secret.Secret;
import havn.redis.Key;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.util.Optional;

/// Admission's stores in Redis.
public final class AdmissionStores {

  private AdmissionStores() {}

  public static Tickets tickets(Redis redis) {
    return new RedisTickets(redis);
  }

  public static Passes passes(Redis redis) {
    return new RedisPasses(redis);
  }

  private record RedisPasses(Redis redis) implements Passes {

    private static final byte[] GOOD = {'1'};

    @Override
    public Future<Secret> issue() {
      Secret pass = Secret.fresh();
      return redis.set(key(pass), GOOD, LIFE).map(pass);
    }

    @Override
    public Future<Boolean> redeem(Secret pass) {
      return redis.take(key(pass)).map(Optional::isPresent);
    }

    private static Key key(Secret pass) {
      return Key.of("mp:" + pass.fingerprint());
    }
  }

  private record RedisTickets(Redis redis) implements Tickets {

    private static final byte[] GOOD = {'1'};

    @Override
    public Future<Secret> issue() {
      Secret ticket = Secret.fresh();
      return redis.set(key(ticket), GOOD, LIFE).map(ticket);
    }

    @Override
    public Future<Boolean> redeem(Secret ticket) {
      return redis.take(key(ticket)).map(Optional::isPresent);
    }

    private static Key key(Secret ticket) {
      return Key.of("t:" + ticket.fingerprint());
    }
  }
}
