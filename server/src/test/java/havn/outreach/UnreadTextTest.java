package havn.outreach;

import static havn.Eventually.get;
import static havn.outreach.OutreachForTests.NUMBER;
import static havn.outreach.OutreachForTests.OTHER;
import static havn.outreach.OutreachForTests.SERVICE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.channel.PhoneNumber;
import havn.channel.Tagged;
import havn.correspondence.CorrespondenceStore;
import havn.correspondence.ThreadStore;
import havn.correspondence.postgres.CorrespondenceStores;
import havn.courtesy.StopWords;
import havn.kernel.id.ContactId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.TextId;
import havn.kernel.id.ThreadId;
import havn.kernel.secret.Randomness;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whoever is never to be contacted has said nothing that lies unread.
class UnreadTextTest {

  private static final String SECOND = "+46701234567";

  private OutreachForTests house;
  private CorrespondenceStore store;
  private ContactId card;

  @BeforeEach
  void open() throws Exception {
    house = new OutreachForTests();
    store = CorrespondenceStores.in(house.pool, service -> house.terms());
    card = house.card(NUMBER, SECOND);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void neverIsRefusedUntilEachConversationOfTheCardWasRead() {
    ThreadId first = says(SERVICE, NUMBER, StopWords.Meaning.NEITHER);
    ThreadId second = says(SERVICE, SECOND, StopWords.Meaning.NEITHER);
    assertEquals(Acted.UNREAD, never(Map.of()));
    assertEquals(Acted.UNREAD, never(Map.of(first, 1)));
    assertEquals(0, house.rows("opt_out"));
    assertEquals(0, house.acts("contact.never"));
    assertEquals(Acted.DONE, never(Map.of(first, 1, second, 1)));
    assertEquals(2, house.rows("opt_out"));
  }

  @Test
  void neverIsRefusedWhenATextCameAfterTheConversationWasRead() {
    ThreadId thread = says(SERVICE, NUMBER, StopWords.Meaning.NEITHER);
    house.later(Duration.ofMinutes(1));
    says(SERVICE, NUMBER, StopWords.Meaning.NEITHER);
    assertEquals(Acted.UNREAD, never(Map.of(thread, 1)));
    assertEquals(Acted.DONE, never(Map.of(thread, 2)));
  }

  @Test
  void whatAColleagueSawToIsNotUnread() {
    ThreadId thread = says(SERVICE, NUMBER, StopWords.Meaning.NEITHER);
    var done = new ThreadStore.Done(new ThreadStore.Seen(1, Optional.empty()));
    var threads = CorrespondenceStores.threads(house.pool);
    get(threads.act(SERVICE, thread, house.kari.id(), done, house.now));
    assertEquals(Acted.DONE, never(Map.of()));
  }

  @Test
  void aStopAndWhatIsOlderThanAnyListAndWhatAnotherServiceReadsDoNotKeepItFromBeingNoted() {
    says(SERVICE, NUMBER, StopWords.Meaning.NEITHER);
    house.later(Duration.ofDays(31));
    says(SERVICE, SECOND, StopWords.Meaning.STOP);
    says(OTHER, NUMBER, StopWords.Meaning.NEITHER);
    assertEquals(Acted.DONE, never(Map.of()));
  }

  private Acted never(Map<ThreadId, Integer> seen) {
    return house.acted(house.ola, card, new CardAct.Never(seen));
  }

  private ThreadId says(ServiceId service, String number, StopWords.Meaning word) {
    var phone = ((PhoneNumber.Textable) PhoneNumber.read(number)).number();
    Tagged tagged = get(house.tags.of(phone, service));
    ThreadId thread = get(store.thread(service, tagged, Optional.empty(), house.now)).id();
    var text =
        new CorrespondenceStore.Inward(
            TextId.fresh(),
            Randomness.bytes(32),
            "simulator",
            thread,
            tagged,
            OutreachForTests.SEALED,
            word,
            house.now);
    get(store.file(text, List.of()));
    return thread;
  }
}
