package havn.channelhttp;

import havn.courtesy.Occasion;
import havn.courtesy.Permission;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/// What the rules say, as the contract's schema `Permission`.
final class Permissions {

  private Permissions() {}

  static JsonObject printed(Permission permission) {
    return switch (permission) {
      case Permission.Now now -> new JsonObject().put("may", "now");
      case Permission.At later ->
          new JsonObject().put("may", "later").put("at", later.moment().toString());
      case Permission.Never never -> never(printed(never.why()));
    };
  }

  static JsonObject never(String why) {
    return new JsonObject().put("may", "never").put("why", why);
  }

  static String printed(Occasion occasion) {
    return occasion.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String printed(Permission.Why why) {
    return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
