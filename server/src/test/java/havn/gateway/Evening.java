package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.conversation.Conversation;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.time.SystemTime;
import havn.line.Waiter;
import havn.redis.Cable;
import havn.redis.RedisUnavailable;
import havn.redis.TestRedis;
import havn.wire.v1.DeskDown;
import havn.wire.v1.InvitationKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// An evening of two processes on one Redis in which anything happens: people ring, leave, lose
/// their connection and come back; workers and a volunteer come, take, hand over, rest, vanish;
/// processes are killed, the clock jumps by seconds, by minutes, by an hour and over closing time,
/// Redis is slow or out of reach. One thing after the other, chosen by a seed.
///
/// After each of them every visitor is in the line and reads truly whether somebody is there, or
/// with a worker who is there, or told otherwise; nobody leads what another leads; nobody was
/// overtaken.
final class Evening implements AutoCloseable {

  private static final SocketLimits QUICK =
      new SocketLimits(500, 256, 1_048_576, 50, Duration.ofSeconds(10), Duration.ofMillis(300));

  /// Minutes after which staff are silent, a quiet chat is paused, and ends.
  private static final int[] LEAPS = {8, 20, 60};

  private static final int MOST_VISITORS = 6;

  private final SplittableRandom random;
  private final Closing closing =
      Closing.after(SystemTime.wall().instant(), Duration.ofMinutes(90));
  private Duration ahead = Duration.ZERO;
  private final TestRedis redis = TestRedis.own();
  private final TestPeople people = new TestPeople();
  private final Cable[] cables = {new Cable(redis.settings()), new Cable(redis.settings())};
  private final TestHouse[] houses = {house(0), house(1)};
  private final List<Page> pages = new ArrayList<>();
  private final Crew crew;

  /// Which device got which claim.
  private final Map<String, DeviceId> claims = new HashMap<>();

  Evening(long seed) {
    random = new SplittableRandom(seed);
    crew = new Crew(random, people, this::any);
  }

  /// Does one thing and waits until everything holds; answers what was done.
  void step(String name) {
    int dice = random.nextInt(100);
    if (dice < 22) {
      ring();
    } else if (dice < 48) {
      take();
    } else if (dice < 54) {
      page().filter(Page::isOpen).ifPresent(page -> page.client.leave());
    } else if (dice < 62) {
      page().filter(Page::isOpen).ifPresent(Page::loses);
    } else if (dice < 68) {
      handOver();
    } else if (dice < 74) {
      ends();
    } else if (dice < 79) {
      vanishes();
    } else if (dice < 82) {
      crew.anybody().ifPresent(DeskClient::dutyOff);
    } else if (dice < 84) {
      crew.anybody().ifPresent(crew::rests);
    } else if (dice < 87) {
      later(Duration.ofSeconds(random.nextInt(-5, 61)));
    } else if (dice < 91) {
      leaps(Duration.ofMinutes(LEAPS[random.nextInt(LEAPS.length)]), name);
    } else if (dice < 93) {
      leaps(closing.next(now()), name);
    } else if (dice < 95) {
      cables[random.nextInt(2)].slow(Duration.ofMillis(random.nextInt(3) * 10L));
    } else if (dice < 97) {
      outage(random.nextInt(2));
    } else {
      kill(random.nextInt(2));
    }
    comeBack();
    holds(name);
  }

  private TestHouse house(int which) {
    TestHouse house = new TestHouse(people, QUICK, cables[which].settings(), ahead, closing::hours);
    house.calls.wished = true;
    house.plan("", now().plus(Duration.ofDays(30)));
    return house;
  }

  private TestHouse any() {
    return houses[random.nextInt(2)];
  }

  private Optional<Page> page() {
    return pages.isEmpty()
        ? Optional.empty()
        : Optional.of(pages.get(random.nextInt(pages.size())));
  }

  private void ring() {
    pages.removeIf(Page::isOver);
    if (!closing.open(now())) {
      leaps(closing.next(now()), "opens again");
    }
    if (pages.size() < MOST_VISITORS) {
      pages.add(Page.ringing(any(), random.nextInt(8) == 0));
    }
  }

  /// Mostly whom somebody is asked for, by whoever is asked.
  private void take() {
    List<Waiter> line = line();
    if (!line.isEmpty()) {
      Waiter waiter = line.get(random.nextInt(line.size()));
      waiter
          .offer()
          .standing(now())
          .flatMap(crew::at)
          .filter(desk -> desk.isOpen() && random.nextInt(8) > 0)
          .or(crew::anybody)
          .ifPresent(desk -> take(desk, waiter));
    }
  }

  private void take(DeskClient desk, Waiter waiter) {
    List<Waiter> before = line();
    int answers = answers(desk);
    desk.take(waiter.conversation());
    until("an answer", () -> answers(desk) > answers || !desk.isOpen());
    Claims.of(desk, waiter.conversation())
        .filter(claim -> desk.isOpen())
        .ifPresent(
            claim -> {
              assertEquals(List.of(), overtaken(before, waiter), "overtaken");
              desk.statement(waiter.conversation(), claim);
              desk.epoch(waiter.conversation(), claim, 1);
            });
  }

  private static int answers(DeskClient desk) {
    return desk.all(d -> d.hasTaken() || d.hasRefused(), d -> d).size();
  }

  /// Who stood earlier, connected, and was offered to nobody so far; whoever was offered to the
  /// device is its own.
  private List<ConversationId> overtaken(List<Waiter> line, Waiter taken) {
    Instant then = now().minusSeconds(2);
    if (taken.offer().standing(then).isPresent()) {
      return List.of();
    }
    return line.stream()
        .takeWhile(w -> !w.conversation().equals(taken.conversation()))
        .filter(w -> w.connected(now()))
        .filter(w -> w.offer().asked().isEmpty())
        .map(Waiter::conversation)
        .toList();
  }

  private void handOver() {
    Optional<DeskClient> from = any(crew.desks().stream().filter(d -> led(d).isPresent()));
    Optional<DeskClient> to =
        any(crew.desks().stream().filter(d -> d.isOpen() && !Optional.of(d).equals(from)));
    if (from.isPresent() && to.isPresent()) {
      handOver(from.get(), to.get(), led(from.get()).orElseThrow());
    }
  }

  private void handOver(DeskClient from, DeskClient to, ConversationId id) {
    int asked = invitations(to);
    int refused = answers(from);
    from.invite(id, fence(from, id), to.worker, InvitationKind.HANDOVER);
    until(
        "asked, or refused",
        () -> invitations(to) > asked || answers(from) > refused || !from.isOpen() || !to.isOpen());
    to.answer(id, random.nextInt(4) != 0);
  }

  private Optional<DeskClient> any(Stream<DeskClient> some) {
    List<DeskClient> all = some.toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private static int invitations(DeskClient desk) {
    return desk.all(DeskDown::hasInvitation, d -> d).size();
  }

  private void ends() {
    any(crew.desks().stream().filter(d -> led(d).isPresent()))
        .ifPresent(desk -> desk.end(led(desk).orElseThrow()));
  }

  private Optional<ConversationId> led(DeskClient desk) {
    return pages.stream()
        .map(Page::conversation)
        .filter(id -> desk.isOpen() && Claims.of(desk, id).isPresent())
        .findFirst();
  }

  private static long fence(DeskClient desk, ConversationId id) {
    return Claims.of(desk, id).orElseThrow();
  }

  private void vanishes() {
    crew.anybody().ifPresent(desk -> get(desk.ws.close()));
  }

  /// Nobody stays with a worker who says nothing for eight minutes, or in a chat where nobody says
  /// anything for an hour.
  private void leaps(Duration by, String name) {
    boolean silent = by.toMinutes() >= 8;
    boolean hour = by.toMinutes() >= 60;
    List<Page> left =
        pages.stream()
            .filter(Page::isTalking)
            .filter(page -> silent && !page.cameBack || hour && crew.leads(page.conversation()) > 0)
            .toList();
    later(by);
    left.forEach(page -> until(name + ": the chat is left", () -> !page.isOpen()));
  }

  private void later(Duration by) {
    ahead = ahead.plus(by);
    people.ahead = ahead;
    for (TestHouse house : houses) {
      house.ahead = ahead;
    }
  }

  private void outage(int which) {
    cables[which].pull();
    pages.stream().filter(Page::isTalking).forEach(page -> page.client.talk(1, page.spoken++));
    cables[which].putBack();
    until("Redis answers again", () -> answers(houses[which]));
  }

  private static boolean answers(TestHouse house) {
    try {
      get(house.redis.ping());
      return true;
    } catch (RedisUnavailable notYet) {
      return false;
    }
  }

  /// The other learns of it within a minute.
  private void kill(int which) {
    houses[which].kill();
    later(Duration.ofSeconds(60));
    TestHouse other = houses[1 - which];
    cables[which].slow(Duration.ZERO);
    cables[1 - which].slow(Duration.ZERO);
    until(
        "it is known to be gone",
        () -> {
          other.looksAround();
          return other.cluster.others().isEmpty();
        });
    cables[which].close();
    cables[which] = new Cable(redis.settings());
    houses[which] = house(which);
  }

  /// Pages and consoles connect again by themselves, sooner or later.
  private void comeBack() {
    pages.stream().filter(Page::isLost).filter(p -> random.nextInt(3) > 0).forEach(this::comesBack);
    crew.comeBack();
  }

  private void comesBack(Page page) {
    page.comesBack(any());
  }

  private void holds(String name) {
    for (Page page : List.copyOf(pages)) {
      until(
          name + ": " + page.stands(),
          () -> page.isTrue(this::find, this::waits, crew::leads, this::isTrue));
    }
    until(name + ": one lead", () -> pages.stream().noneMatch(this::isLedTwice));
    for (DeskClient desk : crew.desks()) {
      Claims.all(desk)
          .forEach(
              (claim, device) ->
                  assertEquals(device, claims.computeIfAbsent(claim, c -> device), name));
    }
  }

  private boolean isLedTwice(Page page) {
    return crew.leads(page.conversation()) > 1;
  }

  private Optional<Conversation> find(ConversationId id) {
    return get(houses[0].conversations.find(id));
  }

  private boolean isTrue(boolean answered) {
    return crew.isTrue(answered, now());
  }

  private boolean waits(ConversationId id) {
    return line().stream().anyMatch(waiter -> waiter.conversation().equals(id));
  }

  private List<Waiter> line() {
    return get(houses[0].lines.waiting(people.service));
  }

  private Instant now() {
    return SystemTime.wall().instant().plus(ahead);
  }

  /// Everybody goes home; nothing is left of the evening.
  void over() {
    for (Cable cable : cables) {
      cable.slow(Duration.ZERO);
    }
    pages.stream().filter(Page::isLost).forEach(this::comesBack);
    holds("at the end");
    pages.stream().filter(Page::isOpen).forEach(page -> page.client.leave());
    pages.forEach(page -> until("the page is closed", () -> !page.isOpen()));
    until("the line is empty", () -> line().isEmpty());
    crew.desks().forEach(DeskClient::dutyOff);
    later(closing.untilOpen(now()));
    crew.anew()
        .forEach(
            desk -> {
              new Leftovers(houses[0]).none(desk);
              desk.dutyOff();
            });
  }

  @Override
  public void close() {
    for (int i = 0; i < 2; i++) {
      houses[i].kill();
      cables[i].close();
    }
    redis.stop();
  }
}
