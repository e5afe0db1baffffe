package havn.login;

import havn.kernel.id.StaffId;
import havn.kernel.secret.Secret;
import havn.staff.StaffMember;
import havn.staff.StaffStore;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// How somebody of staff gets a session: with a one-time link or with a passkey. Every refusal is
/// empty, without a reason.
public final class SignIn {

  public static final Duration SESSION = Duration.ofHours(12);

  /// A session just opened and the secret of its cookie.
  public record Opened(Secret cookie, Session session) {}

  private final StaffStore staff;
  private final Invites invites;
  private final Challenges challenges;
  private final PasskeyStore passkeys;
  private final Sessions sessions;
  private final InstantSource clock;
  private final PasskeyCeremony ceremony = new PasskeyCeremony();

  public SignIn(
      StaffStore staff,
      Invites invites,
      Challenges challenges,
      PasskeyStore passkeys,
      Sessions sessions,
      InstantSource clock) {
    this.staff = staff;
    this.invites = invites;
    this.challenges = challenges;
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.clock = clock;
  }

  public Future<Optional<Opened>> byInvite(Secret token) {
    return invites.redeem(token).compose(this::openFor);
  }

  /// A challenge for [#byPasskey].
  public Future<Secret> passkeyChallenge() {
    return challenges.make(new Challenges.SignIn());
  }

  /// @param answer the browser's `AuthenticationResponseJSON`
  public Future<Optional<Opened>> byPasskey(String answer, ConsoleOrigin origin) {
    return ceremony
        .readAsserted(answer)
        .map(asserted -> byPasskey(asserted, origin))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  /// A challenge for [#addPasskey] by this person.
  public Future<Secret> addingChallenge(StaffId person) {
    return challenges.make(new Challenges.AddPasskey(person));
  }

  /// Whether a passkey was added for whoever is signed in.
  ///
  /// @param answer the browser's `RegistrationResponseJSON`
  public Future<Boolean> addPasskey(String answer, ConsoleOrigin origin, Session maker) {
    Optional<PasskeyCeremony.Made> made = ceremony.readMade(answer);
    if (made.isEmpty()) {
      return Future.succeededFuture(false);
    }
    StaffId person = maker.staff();
    return challenges
        .take(made.get().challenge())
        .map(purpose -> purpose.filter(new Challenges.AddPasskey(person)::equals))
        .map(mine -> mine.flatMap(p -> ceremony.verify(made.get(), origin, person)))
        .compose(
            passkey ->
                passkey
                    .map(added -> passkeys.add(added, maker))
                    .orElseGet(() -> Future.succeededFuture(false)));
  }

  private Future<Optional<Opened>> byPasskey(
      PasskeyCeremony.Asserted asserted, ConsoleOrigin origin) {
    return challenges
        .take(asserted.challenge())
        .compose(
            purpose ->
                purpose.filter(new Challenges.SignIn()::equals).isPresent()
                    ? passkeys.find(asserted.credential())
                    : Future.succeededFuture(Optional.<Passkey>empty()))
        .map(known -> known.flatMap(passkey -> ceremony.verify(asserted, origin, passkey)))
        .compose(after -> after.map(this::record).orElseGet(SignIn::nobody))
        .compose(this::openFor);
  }

  private Future<Optional<StaffId>> record(Passkey after) {
    return passkeys
        .used(after.credential(), after.counter(), after.backedUp())
        .map(rose -> rose ? Optional.of(after.staff()) : Optional.empty());
  }

  private static Future<Optional<StaffId>> nobody() {
    return Future.succeededFuture(Optional.empty());
  }

  private Future<Optional<Opened>> openFor(Optional<StaffId> person) {
    return person
        .map(id -> staff.find(id).compose(this::open))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  private Future<Optional<Opened>> open(Optional<StaffMember> member) {
    if (member.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    StaffMember who = member.get();
    Session session =
        new Session(
            who.id(), who.shownName(), who.role(), who.services(), clock.instant().plus(SESSION));
    return sessions
        .open(session)
        .compose(
            cookie ->
                staff
                    .find(who.id())
                    .compose(now -> checked(new Opened(cookie, session), who, now)));
  }

  /// Whoever was changed while they signed in begins anew, as what they are now.
  private Future<Optional<Opened>> checked(
      Opened opened, StaffMember before, Optional<StaffMember> now) {
    return now.equals(Optional.of(before))
        ? Future.succeededFuture(Optional.of(opened))
        : sessions.close(opened.cookie()).compose(closed -> open(now));
  }
}
