package havn.year;

import static havn.Eventually.get;

import havn.conversation.Conversation;
import havn.conversation.Stage;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.line.Waiter;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where somebody is by what two processes read.
record Audit(Serving one, Serving other) {

  Set<ConversationId> line(Plan plan) {
    return get(one.lines.waiting(plan.id())).stream()
        .map(Waiter::conversation)
        .collect(Collectors.toSet());
  }

  /// Whether somebody who waits is in no line, and has not read that it is over.
  boolean isLost(ConversationId id, Set<ConversationId> line) {
    return !line.contains(id)
        && get(other.conversations.find(id))
            .filter(found -> !(found.stage() instanceof Stage.Ended))
            .isPresent();
  }

  /// Of the claim that the device has; empty when it has none.
  OptionalLong fence(ConversationId id, DeviceId device) {
    return get(one.conversations.find(id)).map(Conversation::stage).stream()
        .flatMap(stage -> stage instanceof Stage.Taken taken ? Stream.of(taken) : Stream.empty())
        .filter(taken -> taken.device().equals(device))
        .mapToLong(Stage.Taken::fence)
        .findFirst();
  }
}
