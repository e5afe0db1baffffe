package havn.correspondence;

import havn.channel.Waiting;
import havn.courtesy.Courtesy;
import havn.courtesy.Manners;
import havn.courtesy.Occasion;
import havn.courtesy.Past;
import havn.courtesy.Permission;
import havn.courtesy.Window;
import havn.kernel.id.ServiceId;
import havn.kernel.id.TextId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A text to somebody that was released and waits to be sent.
///
/// @param answers when they wrote what it answers; of an answer their newest word, at this moment
/// @param windows of every card with a number of its card, at this moment
/// @param manners of the service, at this moment
/// @param words empty when the process that sealed them is gone
/// @param claim tells this claim from others on the same release
public record Release(
    TextId id,
    ServiceId service,
    Occasion occasion,
    Optional<Instant> answers,
    List<Window> windows,
    Manners manners,
    Optional<MemoryKey.Words> words,
    Instant until,
    int claim,
    int tries,
    boolean doubt)
    implements Waiting<Release> {

  public Release {
    windows = List.copyOf(windows);
  }

  @Override
  public String purpose() {
    return printed(occasion);
  }

  /// How stores and figures name an occasion.
  public static String printed(Occasion occasion) {
    return occasion.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Only hours are asked again: how often somebody is written to was decided when it was released,
  /// and whether they said stop or wrote meanwhile is asked in the last step.
  @Override
  public Instant permitted(Instant at) {
    if (words.isEmpty()) {
      return at;
    }
    Permission permission =
        switch (occasion) {
          case FIRST, REMINDER -> Courtesy.hours(manners, windows, at);
          case ANSWER, AUTOMATIC, UNDO, OPT_OUT ->
              Courtesy.decide(
                  occasion, manners, windows, new Past(List.of(), answers, Optional.empty()), at);
        };
    return switch (permission) {
      case Permission.Now now -> at;
      case Permission.At later -> later.moment();
      case Permission.Never never -> until;
    };
  }

  @Override
  public Release unheard() {
    return new Release(
        id, service, occasion, answers, windows, manners, words, until, claim, tries, false);
  }

  @Override
  public String toString() {
    return "Release[" + id + ", " + occasion + "]";
  }
}
