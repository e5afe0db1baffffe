package havn.deskhttp;

import havn.http.Answers;
import havn.http.Binary;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.login.Session;
import havn.seal.Ed25519;
import havn.seal.Hash;
import havn.seal.Purpose;
import havn.seal.ShownName;
import havn.staff.Device;
import havn.staff.Right;
import havn.staff.StaffMember;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Device keys of staff browsers.
record DeviceRoutes(DeskParts parts, SessionGate gate) {

  private static final Future<Optional<Device>> NONE = Future.succeededFuture(Optional.empty());

  void addTo(Contract.Routes routes) {
    routes.on("enrolDevice", gate.known(), this::enrol);
    routes.on("devices", gate.anybody(), gate.may(Right.SEE_DEVICES), this::list);
  }

  private void enrol(RoutingContext context) {
    Session session = SessionGate.of(context);
    JsonObject body = Contract.body(context);
    if (!body.getString("name").equals(session.shownName())) {
      Problem.of(422, "The name must be the one GET /api/me tells.").answer(context);
      return;
    }
    Optional<Device> device = device(session, body);
    if (device.isEmpty()) {
      Problem.of(422, "The device did not prove its key.").answer(context);
      return;
    }
    Answers.after(
        context,
        gate.takes(session, device.get().id())
            .compose(takes -> takes ? bound(context, device.get()) : NONE),
        kept -> {
          if (kept.isPresent()) {
            String state = kept.get().state().printed();
            Answers.json(context, 201, new JsonObject().put("state", state));
          } else {
            Problem.of(
                    409,
                    "This device belongs to somebody else, ten are enrolled already, or the"
                        + " sign-in is one of a device that was removed.")
                .answer(context);
          }
        });
  }

  /// Keeps the device, and notes it in the session; empty when it was not kept.
  private Future<Optional<Device>> bound(RoutingContext context, Device device) {
    return parts
        .staff()
        .devices()
        .enrol(device)
        .compose(kept -> kept.isEmpty() ? NONE : gate.bind(context, kept.get().id()).map(kept));
  }

  private Optional<Device> device(Session session, JsonObject body) {
    byte[] id = bytes(body, "id");
    byte[] key = bytes(body, "ed25519");
    byte[] salt = bytes(body, "salt");
    byte[] name = new ShownName(salt, session.shownName()).hash().bytes();
    byte[] covered = Buffer.buffer(id).appendBytes(key).appendBytes(name).getBytes();
    if (!Ed25519.verify(key, Purpose.ENROL, covered, bytes(body, "proof"))) {
      return Optional.empty();
    }
    StaffMember owner =
        new StaffMember(session.staff(), session.shownName(), session.role(), session.services());
    return DeviceId.of(id)
        .map(
            device ->
                new Device(
                    device, owner, key, salt, name, Device.State.PENDING, parts.clock().instant()));
  }

  private void list(RoutingContext context) {
    Answers.after(
        context,
        parts
            .staff()
            .devices()
            .all()
            .compose(all -> parts.staff().devices().gone().map(gone -> printed(all, gone))),
        devices -> Answers.json(context, 200, new JsonObject().put("devices", devices)));
  }

  private static JsonArray printed(List<Device> devices, Set<StaffId> gone) {
    JsonArray printed = new JsonArray();
    for (Device device : devices) {
      JsonArray services = new JsonArray();
      device.owner().services().stream().map(ServiceId::slug).sorted().forEach(services::add);
      printed.add(
          new JsonObject()
              .put("id", Binary.text(device.id().bytes()))
              .put("ed25519", Binary.text(device.ed25519()))
              .put("fingerprint", fingerprint(device.ed25519()))
              .put("state", device.state().printed())
              .put("staff", device.owner().id().hex())
              .put("name", device.owner().shownName())
              .put("nameHash", Binary.text(device.nameHash()))
              .put("gone", gone.contains(device.owner().id()))
              .put("role", device.owner().role().printed())
              .put("services", services)
              .put("enrolled", device.enrolled().toString()));
    }
    return printed;
  }

  private static String fingerprint(byte[] key) {
    return HexFormat.of().formatHex(Hash.of(key).bytes(), 0, 16);
  }

  private static byte[] bytes(JsonObject body, String name) {
    return Binary.read(body, name).orElseThrow();
  }
}
