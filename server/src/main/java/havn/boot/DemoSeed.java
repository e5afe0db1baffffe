package havn.boot;

import havn.config.Settings;
import havn.field.postgres.RoundStores;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.time.SystemTime;
import havn.login.Invites;
import havn.login.postgres.LoginStores;
import havn.service.Editions;
import havn.service.ServiceStore;
import havn.service.postgres.ServiceStores;
import havn.staff.Role;
import havn.staff.StaffMember;
import havn.staff.StaffStore;
import havn.staff.postgres.StaffStores;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Eleven services, four people and a year of rounds for a demonstration (`havn/boot/demo/*.json`).
/// Hours and names are made to be believed, not to be relied on: Pro Mann is open on two weekdays,
/// and by a dated exception marked as demo today and tomorrow. The people work at three of the
/// services; nobody is on duty at the others.
public final class DemoSeed {

  private static final List<String> STAFFED = List.of("pro-mann", "nadheim", "rosa");

  /// Desks with narrow hours, a duty of evenings and weekends, volunteers' fixed evenings, a lane
  /// for professionals, and the buyers' line.
  private static final List<String> UNSTAFFED =
      List.of(
          "pro-sentret-helse",
          "pro-sentret-lege",
          "pro-sentret-jus",
          "pro-sentret-terapi",
          "barnevernvakt",
          "natthjemmet",
          "ungpro",
          "kjopere");

  /// Where pairs go out.
  private static final ServiceId WITH_ROUNDS = new ServiceId("nadheim");

  /// How long the people's links open something.
  private static final Duration PEOPLES = Duration.ofHours(24);

  /// The signer's process signs in again when it restarts or its session is over.
  private static final Duration SIGNERS = Duration.ofDays(30);

  private static final int SIGNERS_LINKS = 64;

  private final InstantSource clock;
  private final ServiceStore services;
  private final Editions editions;
  private final StaffStore people;
  private final Invites invites;
  private final DemoRounds rounds;

  private DemoSeed(Pool pool, InstantSource clock) {
    this.clock = clock;
    this.services = ServiceStores.in(pool);
    this.editions = ServiceStores.editions(pool);
    this.people = StaffStores.people(pool, clock);
    this.invites = LoginStores.invites(pool, clock);
    this.rounds = new DemoRounds(RoundStores.in(pool), WITH_ROUNDS);
  }

  /// Plants everything and answers
  /// `{"invites":{"coordinator":…,"worker":…,"volunteer":…,"signer":[…]}}`: secrets of one-time
  /// links. Doing it again makes new links, and keeps the people and what a coordinator made of the
  /// services: only what is marked as the demonstration's own follows the day and the ports
  /// ([DemoDates]). Refused unless the settings say `demo: true`.
  public static String plant(Settings settings, int portBase) throws Refusal {
    if (!settings.demo()) {
      throw new Refusal("these settings are not a demonstration's; it takes demo: true");
    }
    JsonObject links =
        PostgresVisit.doing(settings, pool -> new DemoSeed(pool, settings.clock()).plant(portBase));
    return new JsonObject().put("invites", links).encode();
  }

  private Future<JsonObject> plant(int portBase) {
    List<String> ids = Stream.of(STAFFED, UNSTAFFED).flatMap(List::stream).toList();
    DemoDates dates = new DemoDates(today(), host(portBase));
    Future<List<String>> due = Future.succeededFuture(new ArrayList<>());
    for (String id : ids) {
      due =
          due.compose(
              before ->
                  editions
                      .find(new ServiceId(id))
                      .map(desk -> due(id, desk, dates, portBase))
                      .map(document -> with(before, document)));
    }
    Future<Void> planted =
        due.compose(
                documents ->
                    documents.isEmpty()
                        ? Future.succeededFuture(List.<String>of())
                        : services.put(documents))
            .compose(
                faults ->
                    faults.isEmpty()
                        ? Future.succeededFuture()
                        : Future.failedFuture(String.join("; ", faults)));
    JsonObject links = new JsonObject();
    for (Person person : Person.values()) {
      planted = planted.compose(before -> admit(person, links));
    }
    return planted.compose(people -> rounds.plant(today())).map(links);
  }

  /// What has to be stored of a service now; empty while it is as it should be.
  private Optional<String> due(String id, Editions.Desk desk, DemoDates dates, int portBase) {
    return desk.editions().isEmpty()
        ? Optional.of(document(id, portBase))
        : dates.renewed(desk.editions().getFirst().document());
  }

  private static List<String> with(List<String> before, Optional<String> document) {
    document.ifPresent(before::add);
    return before;
  }

  private String document(String service, int portBase) {
    return read(service + ".json")
        .replace("@TODAY@", today().toString())
        .replace("@TOMORROW@", today().plusDays(1).toString())
        .replace("@HOST@", host(portBase));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), SystemTime.OSLO);
  }

  private static String host(int portBase) {
    return "http://localhost:" + (portBase + 3);
  }

  private Future<Void> admit(Person person, JsonObject links) {
    return there(person)
        .compose(id -> person == Person.SIGNER ? many(id) : one(id, PEOPLES))
        .map(link -> links.put(person.link, link))
        .mapEmpty();
  }

  /// The person, or whoever came after them: who was off-boarded stays so.
  private Future<StaffId> there(Person person) {
    StaffMember member = person.member(new StaffId("%032x".formatted(person.ordinal() + 1)));
    return people
        .find(member.id())
        .compose(
            known -> known.isPresent() ? Future.succeededFuture(member.id()) : another(person));
  }

  private Future<StaffId> another(Person person) {
    StaffMember first = person.member(new StaffId("%032x".formatted(person.ordinal() + 1)));
    StaffMember next = person.member(StaffId.fresh());
    return people
        .named(person.name)
        .compose(
            named ->
                named.isEmpty()
                    ? people
                        .add(first)
                        .map(first.id())
                        .recover(taken -> people.add(next).map(next.id()))
                    : Future.succeededFuture(named.getFirst().id()));
  }

  private Future<Object> one(StaffId id, Duration life) {
    return invites.issue(id, life).map(token -> token.reveal());
  }

  private Future<Object> many(StaffId id) {
    JsonArray tokens = new JsonArray();
    Future<Object> made = Future.succeededFuture(tokens);
    for (int i = 0; i < SIGNERS_LINKS; i++) {
      made = made.compose(before -> one(id, SIGNERS)).map(tokens::add);
    }
    return made;
  }

  private static String read(String file) {
    try (InputStream in = DemoSeed.class.getResourceAsStream("demo/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Who works in the demonstration. Their ids are fixed, so that seeding again finds them.
  private enum Person {
    COORDINATOR("coordinator", "Ingrid", Role.COORDINATOR, STAFFED),
    WORKER("worker", "Yusuf", Role.WORKER, STAFFED),
    VOLUNTEER("volunteer", "Camila", Role.VOLUNTEER, List.of("pro-mann")),
    SIGNER("signer", "Demo signer", Role.COORDINATOR, STAFFED);

    private final String link;
    private final String name;
    private final Role role;
    private final List<String> works;

    Person(String link, String name, Role role, List<String> works) {
      this.link = link;
      this.name = name;
      this.role = role;
      this.works = works;
    }

    StaffMember member(StaffId id) {
      Set<ServiceId> services = Set.copyOf(works.stream().map(ServiceId::new).toList());
      return new StaffMember(id, name, role, services);
    }
  }
}
