package havn.gateway;

import havn.duty.DutyRecord;
import havn.duty.StaffedTruth;
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
/// @param languages of the service
record WaitingPlaces(List<DutyRecord> duty, WaitBand band, List<String> languages, Instant now) {

  /// @param line in order
  Map<ConversationId, Waiting> of(List<Waiter> line) {
    Map<ConversationId, Waiting> places = HashMap.newHashMap(line.size());
    line.forEach(waiter -> places.put(waiter.conversation(), place(waiter, places.size() + 1)));
    return places;
  }

  /// Those that somebody on duty speaks who answers this lane.
  private List<String> spoken(String lane) {
    return StaffedTruth.spoken(
        languages, duty.stream().filter(record -> record.abilities().answers(lane)).toList(), now);
  }

  private Waiting place(Waiter waiter, int position) {
    List<String> spoken = spoken(waiter.lane());
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
