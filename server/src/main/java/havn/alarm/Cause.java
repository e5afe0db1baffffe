package havn.alarm;

import havn.kernel.id.ServiceId;
import havn.kernel.id.TaskId;
import havn.shift.Place;
import java.time.Instant;
import java.util.Optional;

/// What somebody is alarmed of.
public sealed interface Cause {

  /// The same for nothing else, at most 160 characters of ASCII.
  String name();

  /// Within hours, and nobody is there since then.
  ///
  /// @param lane empty, on none
  record Late(ServiceId service, Optional<String> lane, Instant since) implements Cause {
    @Override
    public String name() {
      String all = "late/" + service.slug() + "/" + since.getEpochSecond();
      return lane.map(one -> all + "/" + one).orElse(all);
    }
  }

  /// Somebody in a chat or in the line is in danger: for whoever is on duty and does not look.
  ///
  /// @param call name of the call or of who waits, which says neither where nor when
  /// @param saidInLine whether they said so in a line, also when they were taken since
  record Called(String call, boolean saidInLine) implements Cause {
    @Override
    public String name() {
      return "called/" + call;
    }
  }

  /// The same, and nobody came.
  record Unanswered(String call, Stage stage, boolean saidInLine) implements Cause {

    /// For how long nobody came. People are told of each.
    public enum Stage {
      /// Nobody else hears it.
      ALONE("alone"),
      /// For 3 minutes nobody said that they come, or took who waits.
      NOBODY_SAYS("3"),
      /// For 10 minutes nobody came, or took who waits.
      NOBODY_COMES("10");

      private final String printed;

      Stage(String printed) {
        this.printed = printed;
      }
    }

    @Override
    public String name() {
      return "unanswered/" + call + "/" + stage.printed;
    }
  }

  /// A chat goes on half an hour after its service closed.
  ///
  /// @param chat a name that leads back to no chat
  record Overtime(String chat) implements Cause {
    @Override
    public String name() {
      return "overtime/" + chat;
    }
  }

  /// Somebody still has a chat after their shift.
  ///
  /// @param chat a name that leads back neither to it nor to them
  /// @param again whether it goes on for an hour
  record AfterShift(String chat, boolean again) implements Cause {
    @Override
    public String name() {
      return "aftershift/" + chat + "/" + (again ? "60" : "now");
    }
  }

  /// A shift that has an empty seat.
  ///
  /// @param soon within 24 hours of its beginning, otherwise within 72
  record Gap(Place place, boolean soon) implements Cause {
    @Override
    public String name() {
      return "gap/" + place.plan().hex() + "/" + place.day() + "/" + (soon ? "24" : "72");
    }
  }

  /// A task past its due time.
  ///
  /// @param again whether it has been for so long that its kind alarms again
  record Overdue(TaskId task, boolean again) implements Cause {
    @Override
    public String name() {
      return "task/" + task.hex() + "/" + (again ? "again" : "due");
    }
  }
}
