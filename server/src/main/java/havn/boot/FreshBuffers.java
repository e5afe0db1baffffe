package havn.boot;

import havn.config.ProviderKind;
import havn.config.ServingRole;
import java.util.Map;
import java.util.Set;

/// Network buffers that are used once, for a process that holds numbers. Those that Netty keeps to
/// use again would have whole bodies in them for hours; an allocator with no arenas keeps none.
/// Vert.x does not take the one that is named `unpooled`.
final class FreshBuffers {

  private static final Map<String, String> NONE_KEPT =
      Map.of(
          "io.netty.allocator.type", "pooled",
          "io.netty.allocator.numHeapArenas", "0",
          "io.netty.allocator.numDirectArenas", "0");

  private FreshBuffers() {}

  /// Counts only before the first buffer of the process is made.
  static void where(Set<ServingRole> roles, ProviderKind provider) {
    if (roles.contains(ServingRole.CHANNELS) && provider != ProviderKind.NONE) {
      NONE_KEPT.forEach(System::setProperty);
    }
  }
}
