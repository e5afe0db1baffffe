package havn.publichttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import havn.duty.Abilities;
import havn.duty.Admission;
import havn.duty.Availability;
import havn.duty.DutyRecord;
import havn.duty.Lateness;
import havn.duty.redis.DutyStores;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A service at 13:00 on a Friday with three lanes: people for themselves, professionals, and one
/// to a doctor, who answers from 14:00.
class LimitedLanesTest {

  private static final String SERVICE =
      """
      {"id":"by-lane","names":{"nb":"Navn"},"languages":["nb"],"lanes":["self","professional","doctor"],
       "hours":{"zone":"Europe/Oslo","weekly":[{"day":"friday","from":"12:00","to":"16:00"}],"exceptions":[]},
       "laneHours":{"doctor":[{"day":"friday","from":"14:00","to":"16:00"}]},
       "origins":[],"retentionDays":0,"exit":"https://www.yr.no/",
       "emergency":[{"number":"113","kind":"health"}]}
      """;

  private static final Instant NOW = PublicForTests.CLOCK.instant();

  private final PublicForTests site = new PublicForTests();
  private final ServiceId id = new ServiceId("by-lane");
  private final DeviceId device = DeviceId.fresh();
  private final Availability availability =
      new Availability(
          site.book,
          site.presences,
          site.lines,
          DutyStores.signs(site.redis),
          PublicForTests.CLOCK);

  @BeforeEach
  void open() {
    assertEquals(List.of(), get(site.services.put(List.of(SERVICE))));
    get(site.book.refresh());
  }

  @AfterEach
  void close() {
    get(site.presences.drop(Set.of(id), device, NOW));
    site.close();
  }

  private void onDuty(String... lanes) {
    Abilities able = new Abilities(Set.of("nb"), Set.of(lanes), Set.of());
    Instant until = NOW.plusSeconds(3_600);
    get(
        site.presences.put(
            Set.of(id),
            new DutyRecord(device, until, NOW, false, 0, 3, true, Optional.empty(), able)));
  }

  private JsonObject asked() {
    return site.ask().get("/api/v1/services/by-lane").json();
  }

  @Test
  void aLaneThatNobodyOnDutyAnswersIsNamedThoughTheServiceIsOpen() {
    onDuty("professional");
    JsonObject open = asked();
    assertEquals("open", open.getString("state"));
    JsonObject lanes = open.getJsonObject("limitedLanes");
    assertEquals(Set.of("self", "doctor"), lanes.fieldNames());
    JsonObject self = lanes.getJsonObject("self");
    assertEquals("late", self.getString("state"));
    assertEquals("nobody", self.getString("admits"));
    assertEquals("2026-11-20T15:00:00Z", self.getString("closesAt"));
    assertEquals("closed", lanes.getJsonObject("doctor").getString("state"));
    assertEquals("2026-11-20T13:00:00Z", lanes.getJsonObject("doctor").getString("opensAt"));
    assertNull(lanes.getJsonObject("doctor").getString("closesAt"));
    onDuty();
    assertEquals(Set.of("doctor"), asked().getJsonObject("limitedLanes").fieldNames());
  }

  @Test
  void coordinatorsLearnOfTheLaneAsOfAService() {
    onDuty("professional");
    var late = new Lateness(availability, site.presences, PublicForTests.CLOCK);
    List<Lateness.Late> lanes = get(late.of(site.book.find(id).orElseThrow()));
    assertEquals(List.of(Optional.of("self")), lanes.stream().map(Lateness.Late::lane).toList());
    onDuty();
    assertEquals(List.of(), get(late.of(site.book.find(id).orElseThrow())));
  }

  @Test
  void whoIsInDangerIsTakenByWhoeverIsThereAlsoOutsideTheHoursOfTheirLane() {
    onDuty("professional");
    assertEquals(Admission.WELCOME, admission(Admission.Asker.FIRST));
    assertEquals(Admission.NOBODY, admission(Admission.Asker.ANYBODY));
  }

  private Admission admission(Admission.Asker asker) {
    return get(availability.of(id, "doctor", asker)).admission();
  }
}
