package havn.outreach;

import static havn.Eventually.get;
import static havn.outreach.OutreachForTests.SERVICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.ContactId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A worklist of more than one page, while people work with its cards.
class WorklistTest {

  private final OutreachForTests house = new OutreachForTests();

  WorklistTest() throws Exception {}

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aPageBeginsWhereTheOneBeforeEndedAlsoWhenItsLastCardMovedMeanwhile() {
    cards(203);
    Cards.Worklist first = page(Optional.empty());
    assertEquals(200, first.cards().size());
    calls(first.cards().getLast());
    Cards.Worklist second = page(first.next());
    assertEquals(4, second.cards().size(), "the three behind it, and the one that was called");
    assertEquals(Optional.empty(), second.next());
    Set<ContactId> all = new HashSet<>(ids(first));
    all.addAll(ids(second));
    assertEquals(203, all.size());
  }

  @Test
  void pagesOfCardsThatWereCalledOrStoppedFollowEachOtherToo() {
    cards(202);
    Cards.Worklist before = page(Optional.empty());
    for (Listed card : before.cards().reversed()) {
      calls(card);
    }
    house.does(house.ola, before.cards().getFirst().card().id(), new CardAct.Never());
    Cards.Worklist first = page(Optional.empty());
    Cards.Worklist second = page(first.next());
    assertEquals(2, second.cards().size());
    assertEquals(Stage.STOPPED, second.cards().getLast().outlook().stage());
    assertTrue(ids(first).stream().noneMatch(ids(second)::contains));
  }

  private void cards(int many) {
    house.keep(
        SERVICE,
        IntStream.range(0, many)
            .mapToObj(i -> OutreachForTests.fresh("+47412" + (34_000 + i)))
            .toArray(Intake.Fresh[]::new));
  }

  private Cards.Worklist page(Optional<CardStore.Place> after) {
    return get(house.cards.list(SERVICE, after));
  }

  private void calls(Listed listed) {
    ContactId card = listed.card().id();
    house.later(Duration.ofMillis(1));
    house.does(house.ola, card, new CardAct.Take());
    house.does(house.ola, card, new CardAct.Called(0));
    house.does(house.ola, card, new CardAct.GiveBack());
  }

  private static List<ContactId> ids(Cards.Worklist worklist) {
    return worklist.cards().stream().map(one -> one.card().id()).toList();
  }
}
