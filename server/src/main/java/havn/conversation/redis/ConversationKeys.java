package havn.conversation.redis;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.redis.Key;
import java.util.List;

/// The keys of one conversation, in the order the scripts take them.
record ConversationKeys(Key meta, Key log, Key whispers, Key reload) {

  static ConversationKeys of(ConversationId id) {
    String slot = "{c:" + id.hex() + "}:";
    return new ConversationKeys(
        Key.of(slot + "meta"),
        Key.of(slot + "log"),
        Key.of(slot + "whispers"),
        Key.of(slot + "reload"));
  }

  List<Key> both() {
    return List.of(meta, log);
  }

  List<Key> metaAndWhispers() {
    return List.of(meta, whispers);
  }

  List<Key> all() {
    return List.of(meta, log, whispers, reload);
  }

  static Key chats(DeviceId device) {
    return Key.of("{d:" + device.hex() + "}:chats");
  }

  static Key paused(DeviceId device) {
    return Key.of("{d:" + device.hex() + "}:paused");
  }

  /// What the scripts about a device's room take.
  static List<Key> room(DeviceId device) {
    return List.of(chats(device), paused(device));
  }
}
