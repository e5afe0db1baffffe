package havn.correspondence;

import havn.channel.PhoneNumber;
import havn.channel.PhoneTags;
import havn.channel.Tagged;
import havn.journal.Act;
import havn.journal.Journal;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The list of numbers that a provider stopped by itself, as staff bring it. Tags are made of them,
/// and then they are forgotten.
public final class ProvidersList {

  private final OptOuts optOuts;
  private final PhoneTags tags;
  private final Journal journal;
  private final InstantSource clock;

  public ProvidersList(OptOuts optOuts, PhoneTags tags, Journal journal, InstantSource clock) {
    this.optOuts = optOuts;
    this.tags = tags;
    this.journal = journal;
    this.clock = clock;
  }

  /// What came of it.
  ///
  /// @param kept how many were not stopped before
  /// @param unread places, from 0, of what is no number
  public record Outcome(int kept, List<Integer> unread) {

    public Outcome {
      unread = List.copyOf(unread);
    }
  }

  /// Stops at most 50 numbers for every service, after a line in the journal.
  public Future<Outcome> stop(StaffId who, ServiceId service, List<String> written) {
    Instant now = clock.instant();
    List<Optional<PhoneNumber>> reads =
        written.stream().map(PhoneNumber::read).map(ProvidersList::number).toList();
    List<PhoneNumber> numbers = reads.stream().flatMap(Optional::stream).toList();
    List<Integer> unread =
        IntStream.range(0, reads.size()).filter(at -> reads.get(at).isEmpty()).boxed().toList();
    byte[] about = service.slug().getBytes(StandardCharsets.US_ASCII);
    return journal
        .write(new Act(who, Act.Deed.CONTACT_NEVER, about), now)
        .compose(noted -> tags.of(numbers, service))
        .compose(
            tagged ->
                optOuts.stopAll(
                    tagged.stream().map(Tagged::stop).toList(),
                    OptOuts.Source.PROVIDER,
                    OptOuts.When.before(now)))
        .map(kept -> new Outcome(kept, unread));
  }

  private static Optional<PhoneNumber> number(PhoneNumber.Read read) {
    return switch (read) {
      case PhoneNumber.Textable textable -> Optional.of(textable.number());
      case PhoneNumber.CallOnly callOnly -> Optional.of(callOnly.number());
      case PhoneNumber.NotTextable not -> Optional.empty();
    };
  }
}
