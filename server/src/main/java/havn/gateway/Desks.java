package havn.gateway;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The consoles connected to this process, one per device.
final class Desks {

  private final Map<DeviceId, DeskConnection> open = new ConcurrentHashMap<>();

  /// An earlier connection of the same device ends.
  void opened(DeviceId device, DeskConnection connection) {
    DeskConnection before = open.put(device, connection);
    if (before != null) {
      before.replaced();
    }
  }

  /// Whether it was the device's only connection.
  boolean closed(DeviceId device, DeskConnection connection) {
    return open.remove(device, connection);
  }

  /// The device connected to another process.
  void replaced(DeviceId device) {
    DeskConnection before = open.remove(device);
    if (before != null) {
      before.replaced();
    }
  }

  /// The console of this device looks into a conversation; false when it is not connected here.
  boolean look(DeviceId device, ConversationId conversation) {
    DeskConnection console = open.get(device);
    if (console != null) {
      console.look(conversation);
    }
    return console != null;
  }

  /// The console of this device reads whispers; false when it is not connected here.
  boolean whispered(DeviceId device, ConversationId conversation) {
    DeskConnection console = open.get(device);
    if (console != null) {
      console.whispered(conversation);
    }
    return console != null;
  }

  void rosterChanged(long version) {
    open.values().forEach(desk -> desk.rosterChanged(version));
  }
}
