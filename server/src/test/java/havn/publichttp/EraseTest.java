package havn.publichttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.danger.DangerCall;
import havn.kernel.id.ArchiveId;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.NoteId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Randomness;
import havn.kernel.secret.Secret;
import havn.letters.Hand;
import havn.line.Boost;
import havn.line.Offer;
import havn.line.Waiter;
import havn.line.Wants;
import havn.notes.Note;
import havn.notes.NoteStore;
import havn.notes.postgres.NoteStores;
import havn.staff.Role;
import havn.staff.StaffMember;
import havn.staff.postgres.StaffStores;
import havn.transcript.ArchiveStore.NewArchive;
import havn.wire.v1.EndReason;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// *Delete now* on the public port.
class EraseTest {

  private static final Instant NOW = PublicForTests.CLOCK.instant();
  private static final ServiceId SERVICE = new ServiceId("late-now");

  private final PublicForTests house = new PublicForTests();
  private final ConversationId id = ConversationId.fresh();
  private final Secret capability = Secret.fresh();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aChatThatGoesOnEndsForEverybodyAndIsForgottenWithItsArchives() {
    rung();
    get(house.conversations.claim(id, DeviceId.fresh()));
    ArchiveId archive = archive();
    assertEquals(204, erase(id, capability));
    assertEquals(List.of(EndReason.DELETED_BY_VISITOR), house.announced);
    assertTrue(get(house.conversations.find(id)).isEmpty());
    assertTrue(get(house.conversations.log(id).read(1, 10)).isEmpty());
    assertTrue(get(house.shares.find(archive)).isEmpty());
    assertTrue(get(house.archives.erasableBy(capability.fingerprint())).isEmpty());
  }

  @Test
  void aCallForHelpIsForgottenWithItsChat() {
    rung();
    get(house.conversations.claim(id, DeviceId.fresh()));
    get(house.calls.call(SERVICE, id, DangerCall.By.VISITOR, 1, NOW));
    assertEquals(204, erase(id, capability));
    assertEquals(List.of(), get(house.calls.of(SERVICE)));
  }

  @Test
  void aPlaceInTheLineIsGivenUp() {
    rung();
    get(
        house.lines.join(
            SERVICE,
            new Waiter(
                id,
                NOW,
                "self",
                "nb",
                Optional.empty(),
                Boost.NONE,
                NOW,
                Offer.NONE,
                Wants.NOTHING)));
    assertEquals(204, erase(id, capability));
    assertEquals(List.of(), get(house.lines.waiting(SERVICE)));
    assertEquals(List.of(), house.announced);
  }

  @Test
  void whatIsLeftWeeksAfterTheEndGoesToo() {
    ArchiveId archive = archive();
    assertEquals(204, erase(id, capability));
    assertTrue(get(house.shares.find(archive)).isEmpty());
    assertEquals(204, erase(id, capability), "the same again");
  }

  @Test
  void whatStaffNotedInTheVisitGoesTooAndWhatTheyNotedElsewhereStays() {
    NoteStore notes = NoteStores.in(house.pool);
    for (String eraser : List.of(capability.fingerprint(), Secret.fresh().fingerprint())) {
      var note =
          new NoteStore.New(
              NoteId.fresh(),
              SERVICE,
              Note.Kind.COMMENT,
              Hand.sealed(1, "lege"),
              List.of(DeviceId.fresh()),
              Optional.of(eraser),
              NOW,
              NOW.plus(Duration.ofDays(30)));
      assertTrue(get(notes.add(note)));
    }
    assertEquals(204, erase(id, capability));
    assertEquals(1, get(notes.all(Set.of(SERVICE), NOW)).size());
  }

  @Test
  void aWrongCapabilityChangesNothingAndIsAnsweredAlike() {
    rung();
    ArchiveId archive = archive();
    assertEquals(204, erase(id, Secret.fresh()));
    assertEquals(204, erase(ConversationId.fresh(), Secret.fresh()));
    assertTrue(get(house.conversations.find(id)).isPresent());
    assertTrue(get(house.shares.find(archive)).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"conversation\":\"AAAAAAAAAAAAAAAAAAAAAA\"}",
        "{\"conversation\":\"AAAA\",\"capability\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
        "{\"conversation\":\"AAAAAAAAAAAAAAAAAAAAAB\","
            + "\"capability\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
        "{\"conversation\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"capability\":7}"
      })
  void whatIsNoRequestIsRefused(String body) {
    assertEquals(
        400,
        house
            .ask()
            .with("content-type", "application/json")
            .post("/api/v1/visits/erase", body)
            .status());
  }

  private int erase(ConversationId conversation, Secret with) {
    String body =
        new JsonObject()
            .put("conversation", Hand.text(conversation.bytes()))
            .put("capability", with.reveal())
            .encode();
    return house.ask().post("/api/v1/visits/erase", body).status();
  }

  private void rung() {
    house.rung(id, capability);
  }

  private ArchiveId archive() {
    StaffMember kari = new StaffMember(StaffId.fresh(), "Kari", Role.WORKER, Set.of(SERVICE));
    get(StaffStores.people(house.pool, PublicForTests.CLOCK).add(kari));
    ArchiveId archive = ArchiveId.fresh();
    Instant ends = NOW.plus(Duration.ofDays(14));
    get(
        house.archives.begin(
            new NewArchive(
                archive,
                SERVICE,
                capability.fingerprint(),
                kari.id(),
                Hand.sealed(1, "key"),
                List.of(DeviceId.fresh()),
                NOW,
                ends)));
    get(house.shares.keep(archive, Secret.of(Randomness.bytes(64)), Duration.ofDays(14)));
    return archive;
  }
}
