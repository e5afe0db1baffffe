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

  /// Somebody in a chat is in danger: for whoever is on duty and does not look.
  record Called(ServiceId service, Instant since) implements Cause {
    @Override
    public String name() {
      return "called/" + service.slug() + "/" + since.getEpochSecond();
    }
  }

  /// The same, and nobody came.
  record Unanswered(ServiceId service, Instant since) implements Cause {
    @Override
    public String name() {
      return "unanswered/" + service.slug() + "/" + since.getEpochSecond();
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
