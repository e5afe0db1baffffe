package havn.boot;

import static havn.Eventually.get;
import static havn.Eventually.until;

import com.google.protobuf.ByteString;
import havn.conversation.Conversation;
import havn.conversation.Conversations;
import havn.conversation.redis.ConversationStores;
import havn.figures.Counted;
import havn.figures.FigureStore;
import havn.figures.Tally;
import havn.figures.postgres.FigureStores;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.postgres.DatabaseForTests;
import havn.redis.Redis;
import havn.redis.TestRedis;
import havn.wire.StreamBody;
import havn.wire.v1.EndReason;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Chats on a real Redis, counted in a real PostgreSQL.
class CountedConversationsTest {

  private static final ServiceId SERVICE = new ServiceId("counted");
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final Vertx vertx = Vertx.vertx();
  private final DatabaseForTests database = new DatabaseForTests();
  private final Redis redis = get(Redis.open(vertx, TestRedis.shared().settings()));
  private final FigureStore store = FigureStores.in(database.pool);
  private final Tally tally = new Tally(store, () -> NOW);
  private final Conversations conversations =
      new CountedConversations(ConversationStores.conversations(redis), tally, () -> NOW);

  @AfterEach
  void close() {
    redis.close();
    database.close();
    get(vertx.close());
  }

  @Test
  void aChatIsCountedByItsWaitWhenItIsTakenAndAsUnansweredWhenItIsNot() {
    get(conversations.claim(rung(Duration.ofMinutes(1)), DeviceId.fresh()));
    ConversationId later = rung(Duration.ofMinutes(10));
    get(conversations.claim(later, DeviceId.fresh()));
    get(conversations.claim(later, DeviceId.fresh()));
    get(conversations.end(later, StreamBody.end(EndReason.VISITOR_GONE)));
    get(conversations.giveUp(rung(Duration.ZERO), StreamBody.end(EndReason.VISITOR_GONE)));
    ConversationId left = rung(Duration.ZERO);
    get(conversations.end(left, StreamBody.end(EndReason.VISITOR_GONE)));
    get(conversations.end(left, StreamBody.end(EndReason.VISITOR_GONE)));
    Map<Counted, Long> all =
        Map.of(Counted.UNDER_5, 1L, Counted.FROM_5_TO_15, 1L, Counted.UNANSWERED, 2L);
    until("everything is counted once", () -> counted().equals(all));
  }

  private Map<Counted, Long> counted() {
    get(tally.flush());
    List<FigureStore.Month> months = get(store.since(YearMonth.of(2026, 11), Set.of(SERVICE)));
    return months.isEmpty() ? Map.of() : months.getFirst().counts();
  }

  private ConversationId rung(Duration ago) {
    ConversationId id = ConversationId.fresh();
    get(
        conversations.open(
            id,
            new Conversation.Ring(SERVICE, "self", "nb", ByteString.EMPTY, "fp", NOW.minus(ago))));
    return id;
  }
}
