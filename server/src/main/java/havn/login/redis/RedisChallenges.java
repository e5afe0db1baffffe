package havn.login.redis;

import havn.kernel.id.StaffId;
import havn.kernel.secret.Secret;
import havn.login.Challenges;
import havn.redis.Bytes;
import havn.redis.Key;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

final class RedisChallenges implements Challenges {

  private static final String ADD = "add ";

  private final Redis redis;

  RedisChallenges(Redis redis) {
    this.redis = redis;
  }

  @Override
  public Future<Secret> make(Purpose purpose) {
    Secret challenge = Secret.fresh();
    return redis.set(key(challenge), Bytes.of(printed(purpose)), LIFE).map(challenge);
  }

  @Override
  public Future<Optional<Purpose>> take(Secret challenge) {
    return redis.take(key(challenge)).map(found -> found.map(RedisChallenges::parse));
  }

  private static String printed(Purpose purpose) {
    return switch (purpose) {
      case SignIn in -> "in";
      case AddPasskey add -> ADD + add.staff().hex();
    };
  }

  private static Purpose parse(byte[] value) {
    String text = new String(value, StandardCharsets.US_ASCII);
    return text.startsWith(ADD)
        ? new AddPasskey(new StaffId(text.substring(ADD.length())))
        : new SignIn();
  }

  private static Key key(Secret challenge) {
    return Key.of("wac:" + challenge.fingerprint());
  }
}
