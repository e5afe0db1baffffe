package havn.transcript.redis;

import havn.kernel.id.ArchiveId;
import havn.kernel.secret.Secret;
import havn.redis.Key;
import havn.redis.Redis;
import havn.transcript.Shares;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/// Opens the store of shares.
public final class ShareStores {

  private ShareStores() {}

  public static Shares shares(Redis redis) {
    return new RedisShares(redis, new ShredScript(redis));
  }

  private record RedisShares(Redis redis, ShredScript shredding) implements Shares {

    @Override
    public Future<Void> keep(ArchiveId archive, Secret share, Duration life) {
      return redis.set(key(archive), share.bytes(), life).compose(kept -> redis.rinse());
    }

    @Override
    public Future<Optional<Secret>> find(ArchiveId archive) {
      return redis.get(key(archive)).compose(found -> redis.rinse().map(found.map(Secret::of)));
    }

    @Override
    public Future<Boolean> shred(ArchiveId archive) {
      return shredding.run(key(archive));
    }

    private static Key key(ArchiveId archive) {
      return Key.of("arc:" + archive.hex());
    }
  }
}
