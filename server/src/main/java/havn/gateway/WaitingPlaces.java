package havn.gateway;

import havn.duty.DutyRecord;
import havn.duty.StaffedTruth;
import havn.kernel.id.ConversationId;
import havn.line.Boost;
import havn.line.Waiter;
import havn.line.Wants;
import havn.matching.Interpreters;
import havn.matching.Questions;
import havn.wire.v1.WaitBand;
import havn.wire.v1.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What those who wait in a line are told at one moment.
///
/// @param duty those who take chats
/// @param interpreters those who are asked in
/// @param languages of the service
record WaitingPlaces(
    List<DutyRecord> duty,
    List<DutyRecord> interpreters,
    WaitBand band,
    List<String> languages,
    Instant now) {

  /// @param all who is on duty
  static WaitingPlaces of(
      List<DutyRecord> all, WaitBand band, List<String> languages, Instant now) {
    Map<Boolean, List<DutyRecord>> parted =
        all.stream().collect(Collectors.partitioningBy(DutyRecord::takes));
    return new WaitingPlaces(
        parted.getOrDefault(true, List.of()),
        parted.getOrDefault(false, List.of()),
        band,
        languages,
        now);
  }

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
    List<String> spoken = new ArrayList<>(spoken(waiter.lane()));
    if (Interpreters.isFree(interpreters, waiter.language(), now)) {
      spoken.add(Wants.interpreted(waiter.language()));
    }
    Waiting.Builder place =
        Waiting.newBuilder()
            .setPosition(position)
            .setBand(band)
            .addAllSpoken(spoken)
            .setUnderstood(waiter.understands(Set.copyOf(spoken)))
            .setDanger(waiter.boost() == Boost.DANGER);
    Questions.standing(waiter, duty, now)
        .ifPresent(question -> place.setAsks(question.preference()).setQuestion(question.number()));
    return place.build();
  }
}
