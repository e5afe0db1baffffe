package havn.letters.redis;

import havn.kernel.secret.Secret;
import havn.letters.Nonces;
import havn.redis.Key;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.util.Optional;

/// Opens the store of nonces.
public final class NonceStores {

  private NonceStores() {}

  public static Nonces nonces(Redis redis) {
    return new RedisNonces(redis);
  }

  private record RedisNonces(Redis redis) implements Nonces {

    private static final byte[] GOOD = {'1'};

    @Override
    public Future<Secret> issue() {
      Secret nonce = Secret.fresh();
      return redis.set(key(nonce), GOOD, LIFE).map(nonce);
    }

    @Override
    public Future<Boolean> take(Secret nonce) {
      return redis.take(key(nonce)).map(Optional::isPresent);
    }

    private static Key key(Secret nonce) {
      return Key.of("mn:" + nonce.fingerprint());
    }
  }
}
