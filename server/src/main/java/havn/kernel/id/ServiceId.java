package havn.kernel.id;

import java.util.Optional;
import java.util.regex.Pattern;

/// Names a helpline service in addresses and frames: 1–64 of a–z, 0–9 and hyphen, such as
/// `pro-mann`.
public record ServiceId(String slug) {

  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,64}");

  public ServiceId {
    if (!SLUG.matcher(slug).matches()) {
      throw new IllegalArgumentException("a service id is 1–64 of a–z, 0–9 and hyphen");
    }
  }

  /// Empty when the text is not a slug.
  public static Optional<ServiceId> parse(String slug) {
    return SLUG.matcher(slug).matches() ? Optional.of(new ServiceId(slug)) : Optional.empty();
  }

  @Override
  public String toString() {
    return slug;
  }
}
