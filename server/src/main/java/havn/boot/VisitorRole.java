package havn.boot;

import havn.outreach.Proofs;
import havn.outreach.postgres.OutreachStores;
import havn.publichttp.PublicHttp;
import havn.publichttp.PublicParts;
import io.vertx.core.Future;

/// What visitors reach: the public port.
final class VisitorRole implements Serving {

  private final HttpPort port;

  private VisitorRole(HttpPort port) {
    this.port = port;
  }

  static Future<Serving> start(Platform platform, Rooms rooms) {
    PublicParts parts =
        new PublicParts(
            rooms.services(),
            rooms.availability(),
            rooms.tickets(),
            rooms.trust(),
            rooms.later().letters(),
            rooms.erasing(),
            rooms.reloading(),
            rooms.danger(),
            rooms.gateway()::dangerChanged,
            new Proofs(OutreachStores.proofs(platform.postgres()), platform.clock()),
            platform.settings().addresses().publicUrl(),
            platform.settings().limits().ticketsPerSecond(),
            platform.clock());
    var at = platform.settings().listeners();
    return PublicHttp.load(platform.vertx(), parts)
        .compose(
            http ->
                HttpPort.open(
                    platform.vertx(),
                    at.bind(),
                    at.publicPort(),
                    new HttpPort.Bounds(platform.settings().limits().connections()),
                    () -> instance(http, rooms)))
        .map(VisitorRole::new);
  }

  private static HttpPort.Parts instance(PublicHttp http, Rooms rooms) {
    return new HttpPort.Parts(
        http.router(), rooms.gateway()::visitorHandshake, rooms.gateway()::visitorSocket);
  }

  @Override
  public Future<Void> close() {
    return port.close();
  }
}
