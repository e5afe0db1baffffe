package havn.boot;

import havn.deskhttp.DeskHttp;
import havn.deskhttp.DeskParts;
import havn.figures.Figures;
import havn.figures.postgres.FigureStores;
import havn.journal.Journal;
import havn.journal.postgres.JournalStores;
import havn.line.redis.LineStores;
import havn.login.ConsoleOrigin;
import havn.login.Invites;
import havn.login.PasskeyStore;
import havn.login.SignIn;
import havn.login.postgres.LoginStores;
import havn.login.redis.SessionStores;
import havn.seal.Hash;
import havn.service.postgres.ServiceStores;
import havn.staff.DeviceStore;
import havn.staff.Spares;
import havn.staff.StaffStore;
import havn.staff.StoredPublishing;
import havn.staff.postgres.StaffStores;
import io.vertx.core.Future;

/// What staff reach: the desk port.
final class DeskRole implements Serving {

  private final HttpPort port;

  private DeskRole(HttpPort port) {
    this.port = port;
  }

  static Future<Serving> start(Platform platform, Rooms rooms) {
    var at = platform.settings().listeners();
    return DeskHttp.load(platform.vertx(), parts(platform, rooms))
        .compose(
            http ->
                HttpPort.open(
                    platform.vertx(),
                    at.bind(),
                    at.deskPort(),
                    new HttpPort.Bounds(platform.settings().limits().connections()),
                    () -> instance(http, rooms)))
        .map(DeskRole::new);
  }

  private static DeskParts parts(Platform platform, Rooms rooms) {
    var clock = platform.clock();
    StaffStore people = StaffStores.people(platform.postgres(), clock);
    DeviceStore devices = StaffStores.devices(platform.postgres());
    Journal journal = JournalStores.journal(platform.postgres());
    Invites invites = LoginStores.invites(platform.postgres(), clock);
    PasskeyStore passkeys = LoginStores.passkeys(platform.postgres(), clock);
    SignIn signIn =
        new SignIn(
            people,
            invites,
            SessionStores.challenges(platform.redis()),
            passkeys,
            rooms.sessions(),
            clock);
    // Other processes read the roster again within two seconds by themselves.
    var publishing =
        new StoredPublishing(
            rooms.trust(),
            rooms.rosters(),
            version -> Future.succeededFuture(),
            rooms.services()::mixes,
            clock);
    return new DeskParts(
        new DeskParts.SignInParts(signIn, rooms.sessions(), invites, passkeys),
        new DeskParts.StaffParts(
            people,
            devices,
            new Spares(StaffStores.spares(platform.postgres()), devices, journal, clock),
            rooms.trust(),
            rooms.rosters(),
            publishing,
            journal),
        new DeskParts.Site(
            platform.settings().addresses().deskOrigins().stream()
                .map(origin -> new ConsoleOrigin(origin.toString()))
                .toList(),
            rooms.services(),
            platform.settings().demo(),
            platform.settings().channelsPort(),
            () -> rooms.rosters().pin().map(Hash::base64url)),
        new DeskParts.DutyParts(
            rooms.availability(),
            rooms.lateness(),
            rooms.desk(),
            rooms.overtime(),
            LineStores.lines(platform.redis()),
            rooms.later().shifts(),
            rooms.later().tasks()),
        new DeskParts.WrittenParts(
            ServiceStores.editions(platform.postgres()),
            new Figures(FigureStores.in(platform.postgres()), clock),
            rooms.later().rounds()),
        rooms.later().letters(),
        rooms.later().transcripts(),
        rooms.later().notes(),
        clock);
  }

  private static HttpPort.Parts instance(DeskHttp http, Rooms rooms) {
    return new HttpPort.Parts(
        http.router(), rooms.gateway()::deskHandshake, rooms.gateway()::deskSocket);
  }

  @Override
  public Future<Void> close() {
    return port.close();
  }
}
