package havn.gateway;

import havn.conversation.Conversation;
import havn.conversation.Invitation;
import havn.conversation.Stage;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.StaffId;
import havn.wire.DeskFrame;
import havn.wire.v1.Code;
import io.vertx.core.Future;
import java.util.Optional;

/// What is written down before somebody in training is shown a chat: who asked them, and that they
/// came. Looks at the conversation itself, so that nobody is shown anything without a line because
/// a console has not heard yet how it stands. Each answers a code when it may not go on.
final class DeskWatched {

  private static final Future<Optional<Code>> NOTHING = Future.succeededFuture(Optional.empty());

  private final Console console;
  private final Duty duty;

  DeskWatched(Console console, Duty duty) {
    this.console = console;
    this.duty = duty;
  }

  /// Before a device is asked in; once for each invitation that stands, also when it is made again.
  Future<Optional<Code>> asked(DeskFrame.Invite frame) {
    if (!duty.watches(frame.device())) {
      return NOTHING;
    }
    return console
        .chat(frame.conversation())
        .compose(
            found -> {
              if (!(found.map(Conversation::stage).orElse(null) instanceof Stage.Taken taken)
                  || !taken.device().equals(console.device())
                  || taken.fence() != frame.fence()) {
                return refused(Code.NOT_YOURS);
              }
              return isAsked(taken, frame.device())
                  ? NOTHING
                  : written(console.house().watched().asked(staff(), frame.conversation()));
            });
  }

  /// Before this person comes in. Where nothing can be written the invitation is over.
  Future<Optional<Code>> came(ConversationId id) {
    if (!duty.watches()) {
      return NOTHING;
    }
    return console
        .chat(id)
        .compose(
            found ->
                found.map(Conversation::stage).orElse(null) instanceof Stage.Taken taken
                        && isAsked(taken, console.device())
                    ? written(console.house().watched().came(staff(), id))
                    : refused(Code.INVITATION_GONE))
        .compose(refused -> refused.isEmpty() ? NOTHING : declined(id, refused.get()));
  }

  private Future<Optional<Code>> declined(ConversationId id, Code refused) {
    return console
        .house()
        .company()
        .decline(console.device(), id)
        .map(gone -> Optional.of(refused));
  }

  private boolean isAsked(Stage.Taken taken, DeviceId device) {
    return taken
        .invitation()
        .filter(standing -> standing.standsAt(console.house().time().instant()))
        .map(Invitation::device)
        .filter(device::equals)
        .isPresent();
  }

  private StaffId staff() {
    return console.at().session().staff();
  }

  private static Future<Optional<Code>> written(Future<Void> line) {
    return line.map(Optional.<Code>empty()).otherwise(Optional.of(Code.JOURNAL_UNAVAILABLE));
  }

  private static Future<Optional<Code>> refused(Code code) {
    return Future.succeededFuture(Optional.of(code));
  }
}
