package havn.gateway;

import havn.duty.DutyRecord;
import havn.kernel.id.ConversationId;
import havn.line.Waiter;
import havn.matching.Questions;
import havn.wire.v1.WaitBand;
import havn.wire.v1.Waiting;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What those who wait in a line are told at one moment.
///
/// @param spoken languages of the service that somebody on duty speaks
record WaitingPlaces(List<DutyRecord> duty, WaitBand band, List<String> spoken, Instant now) {

  /// @param line in order
  Map<ConversationId, Waiting> of(List<Waiter> line) {
    Map<ConversationId, Waiting> places = HashMap.newHashMap(line.size());
    line.forEach(waiter -> places.put(waiter.conversation(), place(waiter, places.size() + 1)));
    return places;
  }

  private Waiting place(Waiter waiter, int position) {
    Waiting.Builder place =
        Waiting.newBuilder()
            .setPosition(position)
            .setBand(band)
            .addAllSpoken(spoken)
            .setUnderstood(waiter.understands(Set.copyOf(spoken)));
    Questions.standing(waiter, duty, now)
        .ifPresent(question -> place.setAsks(question.preference()).setQuestion(question.number()));
    return place.build();
  }
}
