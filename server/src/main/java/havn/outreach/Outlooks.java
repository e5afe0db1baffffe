package havn.outreach;

import havn.correspondence.Standing;
import havn.correspondence.Standings;
import havn.courtesy.Manners;
import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Looks up what may be begun with cards, 500 numbers at a time.
final class Outlooks {

  private final Standings standings;

  Outlooks(Standings standings) {
    this.standings = standings;
  }

  /// What the service allows itself.
  Manners manners(ServiceId service) {
    return standings.terms(service).manners();
  }

  /// In the same order.
  Future<List<Listed>> of(ServiceId service, List<Card> cards, Instant now) {
    List<Standings.Known> numbers = new ArrayList<>();
    cards.forEach(card -> card.numbers().forEach(number -> numbers.add(number.known())));
    return standings(service, numbers, now).map(known -> together(cards, known, now));
  }

  /// Of one card, number by number in its order.
  Future<List<Standing>> of(ServiceId service, Card card, Instant now) {
    return standings(service, card.numbers().stream().map(Card.Number::known).toList(), now);
  }

  /// In the same order.
  Future<List<Standing>> standings(ServiceId service, List<Standings.Known> numbers, Instant now) {
    Future<List<Standing>> all = Future.succeededFuture(new ArrayList<>(numbers.size()));
    for (int from = 0; from < numbers.size(); from += Standings.MOST) {
      var some = numbers.subList(from, Math.min(numbers.size(), from + Standings.MOST));
      all =
          all.compose(
              before ->
                  standings
                      .of(service, some, now)
                      .map(
                          more -> {
                            before.addAll(more);
                            return before;
                          }));
    }
    return all;
  }

  private static List<Listed> together(List<Card> cards, List<Standing> known, Instant now) {
    List<Listed> seen = new ArrayList<>(cards.size());
    int from = 0;
    for (Card card : cards) {
      int to = from + card.numbers().size();
      seen.add(new Listed(card, Outlook.of(card, known.subList(from, to), now)));
      from = to;
    }
    return seen;
  }
}
