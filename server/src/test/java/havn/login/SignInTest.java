package havn.login;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Secret;
import havn.login.postgres.LoginStores;
import havn.login.redis.SessionStores;
import havn.postgres.Postgres;
import havn.postgres.PostgresAddress;
import havn.postgres.PostgresForTests;
import havn.redis.Redis;
import havn.redis.TestRedis;
import havn.staff.Role;
import havn.staff.StaffMember;
import havn.staff.StaffStore;
import havn.staff.postgres.StaffStores;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Sign-in over real Redis and real PostgreSQL.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {

  private static final ConsoleOrigin ORIGIN =
      new ConsoleOrigin("http://coordinator.localhost:8081");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T12:00:00Z"));
  private Vertx vertx;
  private Pool pool;
  private Redis redis;
  private StaffStore people;
  private Invites invites;
  private Sessions sessions;
  private SignIn signIn;
  private StaffMember kari;

  @BeforeAll
  void open() throws Exception {
    vertx = Vertx.vertx();
    PostgresAddress address = PostgresForTests.migrated();
    pool = Postgres.pool(vertx, address);
    redis = TestRedis.shared().open(vertx);
    people = StaffStores.people(pool, now::get);
    invites = LoginStores.invites(pool, now::get);
    sessions = SessionStores.sessions(redis, now::get);
    signIn =
        new SignIn(
            people,
            invites,
            SessionStores.challenges(redis),
            LoginStores.passkeys(pool, now::get),
            sessions,
            now::get);
  }

  @AfterAll
  void close() {
    redis.close();
    get(pool.close());
    get(vertx.close());
  }

  @BeforeEach
  void somebody() {
    kari =
        new StaffMember(
            StaffId.fresh(), "Kari", Role.COORDINATOR, Set.of(new ServiceId("pro-mann")));
    get(people.add(kari));
  }

  @Test
  void anInviteOpensASessionOfThatPerson() {
    Secret token = get(invites.issue(kari.id(), Invites.LIFE));
    SignIn.Opened opened = get(signIn.byInvite(token)).orElseThrow();
    assertEquals(Optional.of(opened.session()), get(sessions.find(opened.cookie())));
    assertEquals(kari.id(), opened.session().staff());
    assertEquals(Role.COORDINATOR, opened.session().role());
    assertEquals(now.get().plus(Duration.ofHours(12)), opened.session().until());
  }

  @Test
  void aClosedSessionIsGone() {
    Secret token = get(invites.issue(kari.id(), Invites.LIFE));
    Secret cookie = get(signIn.byInvite(token)).orElseThrow().cookie();
    get(sessions.close(cookie));
    assertEquals(Optional.empty(), get(sessions.find(cookie)));
  }

  @Test
  void usedUnknownAndOldInvitesAreRefusedAlike() {
    Secret used = get(invites.issue(kari.id(), Invites.LIFE));
    get(signIn.byInvite(used));
    Secret old = get(invites.issue(kari.id(), Duration.ZERO));
    assertEquals(Optional.empty(), get(signIn.byInvite(used)));
    assertEquals(Optional.empty(), get(signIn.byInvite(old)));
    assertEquals(Optional.empty(), get(signIn.byInvite(Secret.fresh())));
  }

  @Test
  void ofTenWhoRedeemAtOnceOneGetsIn() {
    Secret token = get(invites.issue(kari.id(), Invites.LIFE));
    List<Future<Optional<SignIn.Opened>>> attempts =
        java.util.stream.IntStream.range(0, 10).mapToObj(i -> signIn.byInvite(token)).toList();
    assertEquals(1, attempts.stream().filter(attempt -> get(attempt).isPresent()).count());
  }

  @Test
  void aPasskeyThatWasAddedSignsIn() {
    PocketAuthenticator key = enrolled();
    SignIn.Opened opened = get(signIn.byPasskey(key.get(challenge()), ORIGIN)).orElseThrow();
    assertEquals(kari.id(), opened.session().staff());
  }

  @Test
  void anAnswerSentTwiceIsRefusedTheSecondTime() {
    PocketAuthenticator key = enrolled();
    String answer = key.get(challenge());
    assertTrue(get(signIn.byPasskey(answer, ORIGIN)).isPresent());
    assertFalse(get(signIn.byPasskey(answer, ORIGIN)).isPresent());
  }

  @Test
  void aChallengeTheServerDidNotMakeIsRefused() {
    PocketAuthenticator key = enrolled();
    assertFalse(get(signIn.byPasskey(key.get(Secret.fresh().reveal()), ORIGIN)).isPresent());
  }

  @Test
  void aChallengeForAddingDoesNotSignInAndTheOtherWayRound() {
    PocketAuthenticator key = enrolled();
    String adding = get(signIn.addingChallenge(kari.id())).reveal();
    assertFalse(get(signIn.byPasskey(key.get(adding), ORIGIN)).isPresent());
    assertFalse(get(signIn.addPasskey(fresh().create(challenge()), ORIGIN, signedIn())));
  }

  @Test
  void aChallengeForOnePersonAddsNothingToAnother() {
    String adding = get(signIn.addingChallenge(StaffId.fresh())).reveal();
    assertFalse(get(signIn.addPasskey(fresh().create(adding), ORIGIN, signedIn())));
  }

  @Test
  void aPasskeyUsedOnAForeignPageIsRefused() {
    PocketAuthenticator key = enrolled();
    key.origin = "http://evil.localhost:8081";
    assertFalse(get(signIn.byPasskey(key.get(challenge()), ORIGIN)).isPresent());
  }

  @Test
  void aPasskeyOfAnotherHostIsRefused() {
    PocketAuthenticator key = enrolled();
    key.relyingParty = "worker.localhost";
    assertFalse(get(signIn.byPasskey(key.get(challenge()), ORIGIN)).isPresent());
  }

  @Test
  void aPersonWhoDidNotVerifyIsRefused() {
    PocketAuthenticator key = enrolled();
    key.userVerified = false;
    assertFalse(get(signIn.byPasskey(key.get(challenge()), ORIGIN)).isPresent());
  }

  @Test
  void anAnswerInTheNameOfSomebodyElseIsRefused() {
    PocketAuthenticator key = enrolled();
    key.userHandle = StaffId.fresh().bytes();
    assertFalse(get(signIn.byPasskey(key.get(challenge()), ORIGIN)).isPresent());
  }

  @Test
  void aCounterThatDoesNotRiseIsRefused() {
    PocketAuthenticator key = enrolled();
    assertTrue(get(signIn.byPasskey(key.get(challenge()), ORIGIN)).isPresent());
    key.rewind();
    assertFalse(get(signIn.byPasskey(key.get(challenge()), ORIGIN)).isPresent());
  }

  @Test
  void anUnknownPasskeyIsRefused() {
    assertFalse(get(signIn.byPasskey(fresh().get(challenge()), ORIGIN)).isPresent());
  }

  @Test
  void theEleventhPasskeyOfAPersonIsNotAdded() {
    for (int i = 0; i < PasskeyStore.MOST_PER_PERSON; i++) {
      enrolled();
    }
    String adding = get(signIn.addingChallenge(kari.id())).reveal();
    assertFalse(get(signIn.addPasskey(fresh().create(adding), ORIGIN, signedIn())));
  }

  @Test
  void whatIsNoAnswerIsRefused() {
    for (String junk :
        List.of(
            "",
            "{}",
            "null",
            "[]",
            "{\"id\":1}",
            "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
            "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":"
                + "{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}",
            "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":"
                + "{\"clientDataJSON\":\"e30\",\"attestationObject\":\"oA\"}}")) {
      assertFalse(get(signIn.byPasskey(junk, ORIGIN)).isPresent(), junk);
      assertFalse(get(signIn.addPasskey(junk, ORIGIN, signedIn())), junk);
    }
  }

  private PocketAuthenticator enrolled() {
    PocketAuthenticator key = fresh();
    key.userHandle = kari.id().bytes();
    String adding = get(signIn.addingChallenge(kari.id())).reveal();
    assertTrue(get(signIn.addPasskey(key.create(adding), ORIGIN, signedIn())));
    return key;
  }

  private Session signedIn() {
    Instant until = now.get().plus(SignIn.SESSION);
    return new Session(kari.id(), kari.shownName(), kari.role(), kari.services(), until);
  }

  private static PocketAuthenticator fresh() {
    return new PocketAuthenticator(ORIGIN.text(), ORIGIN.host());
  }

  private String challenge() {
    return get(signIn.passkeyChallenge()).reveal();
  }
}
