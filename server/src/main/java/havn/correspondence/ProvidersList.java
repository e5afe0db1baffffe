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
  /// @param unread how many are no numbers
  public record Outcome(int kept, int unread) {}

  /// Stops at most 50 numbers for every service, after a line in the journal.
  public Future<Outcome> stop(StaffId who, ServiceId service, List<String> written) {
    Instant now = clock.instant();
    List<PhoneNumber> numbers =
        written.stream().map(PhoneNumber::read).flatMap(read -> number(read).stream()).toList();
    byte[] about = service.slug().getBytes(StandardCharsets.US_ASCII);
    return journal
        .write(new Act(who, Act.Deed.CONTACT_NEVER, about), now)
        .compose(noted -> tags.of(numbers, service))
        .compose(tagged -> stop(tagged, now))
        .map(kept -> new Outcome(kept, written.size() - numbers.size()));
  }

  private Future<Integer> stop(List<Tagged> numbers, Instant now) {
    Future<Integer> kept = Future.succeededFuture(0);
    for (Tagged number : numbers) {
      kept =
          kept.compose(
              before ->
                  optOuts
                      .stop(number.stop(), OptOuts.Source.PROVIDER, now)
                      .map(fresh -> fresh ? before + 1 : before));
    }
    return kept;
  }

  private static Optional<PhoneNumber> number(PhoneNumber.Read read) {
    return switch (read) {
      case PhoneNumber.Textable textable -> Optional.of(textable.number());
      case PhoneNumber.CallOnly callOnly -> Optional.of(callOnly.number());
      case PhoneNumber.NotTextable not -> Optional.empty();
    };
  }
}
