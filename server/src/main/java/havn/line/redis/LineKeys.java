package havn.line.redis;

import havn.kernel.id.ServiceId;
import havn.redis.Key;
import java.util.List;

/// The keys of one service's line, in the order the scripts take them.
record LineKeys(Key line, Key waiting, Key seen, Key offers, Key turns, Key pickUps) {

  static LineKeys of(ServiceId service) {
    String slot = "{s:" + service.slug() + "}:";
    return new LineKeys(
        Key.of(slot + "line"),
        Key.of(slot + "waiting"),
        Key.of(slot + "seen"),
        Key.of(slot + "offers"),
        Key.of(slot + "turns"),
        Key.of(slot + "pickups"));
  }

  List<Key> four() {
    return List.of(line, waiting, seen, offers);
  }

  List<Key> five() {
    return List.of(line, waiting, seen, offers, turns);
  }
}
