package havn.channel;

import havn.kernel.id.ServiceId;
import havn.seal.Stretch;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Makes the tags of numbers: HMAC(K, use ‖ Argon2id(number)). Norwegian numbers have eight digits,
/// so whoever has K can try them all in hours; without K the tags say nothing. K lies in the key
/// file, outside the stores and their backups.
public final class PhoneTags {

  private static final String CONTACT = "number/contact";
  private static final String STOP = "number/stop";
  private static final String THREAD = "number/thread/";

  private final RoleKeys keys;
  private final byte[] salt;
  private final Work work;

  public PhoneTags(RoleKeys keys, Work work) {
    this.keys = keys;
    this.salt = keys.tag("number/salt", new byte[0]);
    this.work = work;
  }

  public Future<Tagged> of(Address address, ServiceId service) {
    return work.off(() -> tagged(address, service.slug()));
  }

  /// For what counts for every service; its thread is nobody's.
  public Future<Tagged> of(Address address) {
    return work.off(() -> tagged(address, ""));
  }

  /// In the same order.
  public Future<List<Tagged>> of(List<? extends Address> addresses, ServiceId service) {
    return work.off(() -> addresses.stream().map(each -> tagged(each, service.slug())).toList());
  }

  /// A tag of what a provider calls a text, by which it is known again.
  public byte[] told(String id) {
    return keys.tag("told", id.getBytes(StandardCharsets.UTF_8));
  }

  private Tagged tagged(Address address, String service) {
    byte[] written = address.written().getBytes(StandardCharsets.UTF_8);
    byte[] stretched = Stretch.of(written, salt);
    Arrays.fill(written, (byte) 0);
    return new Tagged(
        keys.tag(CONTACT, stretched),
        keys.tag(STOP, stretched),
        keys.tag(THREAD + service, stretched));
  }
}
