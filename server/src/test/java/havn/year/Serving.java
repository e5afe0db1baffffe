package havn.year;

import static havn.Eventually.get;

import havn.admission.redis.AdmissionStores;
import havn.conversation.Conversation;
import havn.conversation.Conversations;
import havn.conversation.redis.ConversationStores;
import havn.duty.Availability;
import havn.duty.DutyDesk;
import havn.duty.NobodyIsCalled;
import havn.duty.Presences;
import havn.duty.redis.DutyStores;
import havn.line.Lines;
import havn.line.redis.LineStores;
import havn.matching.Alarms;
import havn.matching.Company;
import havn.matching.Encounters;
import havn.matching.Offering;
import havn.redis.Redis;
import havn.service.Service;
import havn.service.ServiceBook;
import havn.service.ServiceStore;
import havn.visit.Visits;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// What one server process does with the rules, on its own connection to Redis.
final class Serving {

  final Conversations conversations;
  final Lines lines;
  final Presences presences;
  final ServiceBook services;
  final Availability availability;
  final Encounters encounters;
  final Visits visits;
  final Offering offering;
  final Company company;
  final DutyDesk duty;

  Serving(Redis redis, InstantSource time) {
    conversations = ConversationStores.conversations(redis);
    lines = LineStores.lines(redis);
    presences = DutyStores.presences(redis);
    services = new ServiceBook(new Three());
    get(services.refresh());
    availability = new Availability(services, presences, lines, DutyStores.signs(redis), time);
    encounters =
        new Encounters(
            conversations, lines, id -> Future.succeededFuture(), nobodyCalls(), presences, time);
    visits =
        new Visits(
            services,
            availability,
            conversations,
            lines,
            encounters,
            AdmissionStores.passes(redis),
            time);
    offering = new Offering(lines, presences, new NobodyIsCalled(), time);
    company = new Company(conversations, ConversationStores.memberships(redis), presences, time);
    duty = new DutyDesk(presences, time);
  }

  /// Takes out of a line whose page is gone, and what a process that died left there.
  void clear(Plan plan, Instant now) {
    get(lines.waiting(plan.id())).stream()
        .filter(waiter -> waiter.gone(now))
        .forEach(waiter -> get(encounters.giveUp(plan.id(), waiter.conversation())));
  }

  /// Nobody calls for help out of these chats.
  private static Alarms nobodyCalls() {
    return new Alarms() {
      @Override
      public Future<Boolean> stands(Conversation chat) {
        return Future.succeededFuture(false);
      }

      @Override
      public Future<Void> forget(Conversation chat) {
        return Future.succeededFuture();
      }
    };
  }

  private static final class Three implements ServiceStore {

    @Override
    public Future<List<Service>> all() {
      return Future.succeededFuture(Plan.ALL.stream().map(Plan::service).toList());
    }

    @Override
    public Future<List<String>> put(List<String> documents) {
      throw new UnsupportedOperationException();
    }
  }
}
