package havn.correspondence;

import com.google.protobuf.InvalidProtocolBufferException;
import havn.channel.Work;
import havn.kernel.id.ServiceId;
import havn.kernel.text.Quoted;
import havn.letters.MailboxKeyStore.Stated;
import havn.letters.MailboxKeys;
import havn.letters.MailboxStatements;
import havn.seal.AgeEnvelope;
import havn.staff.Roster;
import havn.staff.RosterBook;
import havn.wire.v1.MailboxStatement;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Seals texts to the devices of a service that read letters, as consoles seal notes
/// (docs/protocol/sealed.md, section 19). Every statement of a key is verified again.
public final class TeamSeal {

  private static final int BLOCK = 1_024;

  private final MailboxKeys keys;
  private final RosterBook rosters;
  private final Work work;
  private final InstantSource clock;

  public TeamSeal(MailboxKeys keys, RosterBook rosters, Work work, InstantSource clock) {
    this.keys = keys;
    this.rosters = rosters;
    this.work = work;
    this.clock = clock;
  }

  /// Empty when no device of the service has a key.
  ///
  /// @param place what it belongs to; it opens nowhere else
  public Future<Optional<byte[]>> seal(ServiceId service, String place, String text) {
    return keys.of(service)
        .compose(
            stated ->
                work.off(
                    () -> {
                      List<byte[]> recipients =
                          stated.stream().flatMap(one -> verified(one).stream()).toList();
                      return recipients.isEmpty()
                          ? Optional.empty()
                          : Optional.of(sealed(recipients, padded(place, text)));
                    }));
  }

  private static byte[] sealed(List<byte[]> recipients, byte[] plain) {
    byte[] sealed = AgeEnvelope.seal(recipients, plain);
    Arrays.fill(plain, (byte) 0);
    return sealed;
  }

  private Optional<byte[]> verified(Stated stated) {
    Optional<Roster> roster = rosters.current();
    if (roster.isEmpty()) {
      return Optional.empty();
    }
    var verdict =
        MailboxStatements.verify(
            stated.payload(), stated.signature(), roster.get(), clock.instant());
    return switch (verdict) {
      case MailboxStatements.Verdict.Refused refused -> Optional.empty();
      case MailboxStatements.Verdict.Valid valid -> key(stated.payload());
    };
  }

  private static Optional<byte[]> key(byte[] payload) {
    try {
      return Optional.of(MailboxStatement.parseFrom(payload).getXwing().toByteArray());
    } catch (InvalidProtocolBufferException malformed) {
      return Optional.empty();
    }
  }

  /// Filled with spaces to a multiple of 1,024 bytes, so that the length says little.
  private static byte[] padded(String place, String text) {
    String json = "{\"place\":" + Quoted.of(place) + ",\"text\":" + Quoted.of(text) + "}";
    byte[] words = json.getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(words, (words.length + BLOCK - 1) / BLOCK * BLOCK);
    Arrays.fill(words, (byte) 0);
    Arrays.fill(padded, words.length, padded.length, (byte) ' ');
    return padded;
  }
}
