package havn.channel;

import havn.kernel.id.ServiceId;
import havn.seal.Stretch;
import havn.service.Audience;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// Makes the tags of numbers: HMAC(K, use ‖ Argon2id(number)). Norwegian numbers have eight digits,
/// so whoever has K can try them all in hours; without K the tags say nothing. K lies in the key
/// file, outside the stores and their backups.
///
/// Who was contacted, and who wrote, is known to the services of one [Audience] alone: a number has
/// another contact tag for those of the other, so that nobody finds there what it did here.
public final class PhoneTags {

  private static final String STOP = "number/stop";
  private static final String THREAD = "number/thread/";

  private final RoleKeys keys;
  private final byte[] salt;
  private final Work work;
  private final Function<ServiceId, Audience> audience;

  /// @param audience whom a service is for
  public PhoneTags(RoleKeys keys, Work work, Function<ServiceId, Audience> audience) {
    this.keys = keys;
    this.salt = keys.tag("number/salt", new byte[0]);
    this.work = work;
    this.audience = audience;
  }

  public Future<Tagged> of(Address address, ServiceId service) {
    return work.off(() -> tagged(address, service));
  }

  /// For opt-outs, which count for every service.
  public Future<byte[]> stop(Address address) {
    return work.off(() -> keys.tag(STOP, stretched(address))).map(Objects::requireNonNull);
  }

  /// All contact tags of a number, one for each audience.
  public Future<List<byte[]>> contacts(Address address) {
    return work.<List<byte[]>>off(
            () -> {
              byte[] stretched = stretched(address);
              return Arrays.stream(Audience.values())
                  .map(each -> contact(each, stretched))
                  .toList();
            })
        .map(Objects::requireNonNull);
  }

  /// In the same order.
  public Future<List<Tagged>> of(List<? extends Address> addresses, ServiceId service) {
    return work.off(() -> addresses.stream().map(each -> tagged(each, service)).toList());
  }

  /// A tag of what a provider calls a text, by which it is known again.
  public byte[] told(String id) {
    return keys.tag("told", id.getBytes(StandardCharsets.UTF_8));
  }

  private Tagged tagged(Address address, ServiceId service) {
    byte[] stretched = stretched(address);
    return new Tagged(
        contact(audience.apply(service), stretched),
        keys.tag(STOP, stretched),
        keys.tag(THREAD + service.slug(), stretched));
  }

  private byte[] contact(Audience audience, byte[] stretched) {
    String use =
        switch (audience) {
          case SELLERS -> "number/contact";
          case BUYERS -> "number/contact/buyers";
        };
    return keys.tag(use, stretched);
  }

  private byte[] stretched(Address address) {
    byte[] written = address.written().getBytes(StandardCharsets.UTF_8);
    byte[] stretched = Stretch.of(written, salt);
    Arrays.fill(written, (byte) 0);
    return stretched;
  }
}
