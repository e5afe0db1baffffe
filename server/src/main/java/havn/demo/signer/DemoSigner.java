package havn.demo.signer;

import havn.demo.signer.Desk.Answer;
import havn.kernel.secret.Secret;
import havn.seal.Dsse;
import havn.seal.Purpose;
import havn.seal.json.Json;
import havn.staff.RosterDocument;
import havn.staff.TrustDocuments;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Publishes the demonstration's keys and rosters whoever enrols, one round at a time.
final class DemoSigner {

  /// What a round came to.
  enum Round {
    /// Everything is published; look again soon.
    QUIET,
    /// Something was published; look again at once.
    MORE,
    /// The desk did not answer, or not yet as expected; look again later.
    AGAIN,
    /// The desk trusts another root: these keys are of no use to it.
    STRANGER
  }

  private final SignerFolder folder;
  private final SignerFolder.Keys keys;
  private final Desk desk;
  private final InstantSource clock;
  private final Consumer<String> log;
  private final Set<Secret> spent = new HashSet<>();
  private Optional<Secret> session;
  private Optional<TrustDocuments> published = Optional.empty();

  DemoSigner(SignerFolder folder, Desk desk, InstantSource clock, Consumer<String> log)
      throws IOException {
    this.folder = folder;
    this.keys = folder.keys(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    this.desk = desk;
    this.clock = clock;
    this.log = log;
    this.session = folder.session();
  }

  /// Brings the desk up to date, as far as it goes now.
  Round round() throws IOException {
    if (session.isEmpty() && !signIn()) {
      return Round.AGAIN;
    }
    if (published.isEmpty() && !readTrust()) {
      return Round.AGAIN;
    }
    TrustDocuments there = published.orElse(TrustDocuments.NONE);
    if (there.roots().isEmpty()) {
      return publish("/api/trust/root", keys.root(), "the root set");
    }
    if (!there.roots().contains(keys.root())) {
      return Round.STRANGER;
    }
    if (there.signer().isEmpty()) {
      return publish("/api/trust/signer", keys.signerDocument(), "the signer");
    }
    return roster(there);
  }

  private Round roster(TrustDocuments there) throws IOException {
    Answer answer = desk.get("/api/devices", session);
    Optional<List<DemoDevice>> devices =
        answer instanceof Answer.Done done
            ? done.body().flatMap(DemoDevice::listed)
            : Optional.empty();
    if (devices.isEmpty()) {
      return failed(answer);
    }
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Optional<RosterDocument> next = DemoRoster.next(there.roster(), devices.get(), now);
    if (next.isEmpty()) {
      return Round.QUIET;
    }
    Dsse document =
        Dsse.sign(
            Purpose.ROSTER,
            RosterDocument.TYPE,
            next.get().payload(),
            Map.of(SignerFolder.SIGNER_ID, keys.signer()));
    String what = "roster " + next.get().version() + " with " + devices.get().size() + " devices";
    return publish("/api/rosters", document, what);
  }

  /// What is published is read back from the desk in the next round.
  private Round publish(String path, Dsse document, String what) {
    Answer answer = desk.publish(path, document, session);
    published = Optional.empty();
    if (answer instanceof Answer.Done) {
      log.accept("published " + what);
      return Round.MORE;
    }
    return failed(answer);
  }

  private Round failed(Answer answer) {
    published = Optional.empty();
    switch (answer) {
      case Answer.SignInFirst over -> session = Optional.empty();
      case Answer.Refused refused -> log.accept("the desk answered " + refused.status());
      case Answer.Done unreadable -> log.accept("the desk's answer was not understood");
      case Answer.Away away -> log.accept("the desk does not answer");
    }
    return Round.AGAIN;
  }

  private boolean readTrust() {
    Answer answer = desk.get("/.well-known/havn/trust", Optional.empty());
    published =
        answer instanceof Answer.Done done
            ? done.body().map(Json::print).flatMap(TrustDocuments::parse)
            : Optional.empty();
    return published.isPresent();
  }

  /// Tries the links that were not tried before. A link that is refused while the desk answers is
  /// used up.
  private boolean signIn() throws IOException {
    for (Secret invite : folder.invites()) {
      if (spent.contains(invite)) {
        continue;
      }
      session = desk.signIn(invite);
      if (session.isPresent()) {
        spent.add(invite);
        folder.keepSession(session.get());
        log.accept("signed in");
        return true;
      }
      if (desk.get("/.well-known/havn/trust", Optional.empty()) instanceof Answer.Away) {
        return false;
      }
      spent.add(invite);
    }
    log.accept("no one-time link is left to sign in with; waiting for another");
    return false;
  }
}
