package havn.load.full;

import havn.load.full.Meetings.Meeting;
import havn.load.socket.HttpCalls;
import havn.load.socket.Loop;
import havn.load.socket.Loopback;
import havn.load.socket.WebSocket;
import havn.load.subject.Footprint;
import havn.load.subject.Guest;
import havn.load.subject.Target;
import havn.load.talk.Pair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One start of the full server, with its crew on duty as soon as somebody is to talk. Used with
/// one [Loop] all its life.
final class FullTarget implements Target {

  /// A conversation holds 2,000 entries; statement, epoch and end are three of them.
  private static final int MOST_OF_A_PAIR = 1_900;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern TICKET = Pattern.compile("\"ticket\":\"([A-Za-z0-9_-]{43})\"");
  private static final String PROTOCOL = "Sec-WebSocket-Protocol: havn.v1\r\n";

  private final RunningServer server;
  private final Ports ports;
  private final Crew crew;
  private final String service;
  private final List<DeskSide> desks = new ArrayList<>();
  private List<Meeting> talking = List.of();
  private @Nullable HttpCalls calls;

  FullTarget(RunningServer server, Ports ports, Crew crew, String service) {
    this.server = server;
    this.ports = ports;
    this.crew = crew;
    this.service = service;
  }

  @Override
  public void enter(Loop loop, Guest guest) {
    visitor(loop, guest);
  }

  @Override
  public List<Pair> pairs(Loop loop, int count) {
    staffUp(loop, count);
    var card = Visitor.fresh(service, "self", "nb").card();
    talking = new Meetings(loop, guest -> visitor(loop, guest), card).open(desks.subList(0, count));
    return talking.stream().map(Meeting::pair).toList();
  }

  @Override
  public void part(Loop loop) {
    talking.forEach(meeting -> meeting.visitor().leave());
    if (!loop.until(() -> talking.stream().allMatch(Meeting::over), PATIENCE)) {
      throw new IllegalStateException("conversations did not end");
    }
    desks.forEach(desk -> desk.hears(null));
    talking = List.of();
  }

  @Override
  public int mostOfAPair() {
    return MOST_OF_A_PAIR;
  }

  @Override
  public Footprint footprint() {
    return server;
  }

  @Override
  public void close() {
    server.close();
  }

  /// Lets a visitor in: ticket by HTTP, socket, hello.
  private VisitorSide visitor(Loop loop, Guest guest) {
    var side = new VisitorSide(guest);
    if (calls == null) {
      calls = new HttpCalls(loop, Loopback.at(ports.open()));
    }
    calls.post("/api/v1/tickets", answer -> open(loop, side, answer));
    return side;
  }

  private void open(Loop loop, VisitorSide side, HttpCalls.Answer answer) {
    var ticket = TICKET.matcher(answer.body());
    if (answer.status() / 100 != 2 || !ticket.find()) {
      throw new IllegalStateException("a ticket was refused with " + answer.status());
    }
    side.holds(Base64.getUrlDecoder().decode(ticket.group(1)));
    WebSocket.open(loop, Loopback.at(ports.open()), "/v1/visitor", PROTOCOL, side);
  }

  /// Brings as many workers on duty as are needed.
  private void staffUp(Loop loop, int count) {
    var bench = new DeskSide.Bench(service, crew.roster(), InstantSource.system());
    while (desks.size() < count) {
      var member = crew.members().get(desks.size());
      var desk = new DeskSide(member.worker(), bench);
      var headers =
          PROTOCOL + "Origin: %s\r\nCookie: %s\r\n".formatted(ports.deskOrigin(), member.cookie());
      WebSocket.open(loop, Loopback.at(ports.desk()), "/v1/desk", headers, desk);
      desks.add(desk);
      if (!loop.until(desk::onDuty, PATIENCE)) {
        throw new IllegalStateException("a worker did not come on duty");
      }
    }
  }
}
