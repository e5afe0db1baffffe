package havn.reminder;

import havn.alarm.Alarm;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.id.TextId;
import havn.staff.Role;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where it is kept how people are reminded, and where texts are queued.
public interface ReminderStore {

  /// People who are told of changes in one go.
  int MOST_TOLD = 200;

  Future<Optional<Reminder>> find(StaffId staff);

  /// Their number, sealed.
  Future<Optional<byte[]>> number(StaffId staff);

  /// A number that is to be proven, in place of an earlier one, and the test message, in one step.
  ///
  /// @param number sealed
  /// @param tag of the code
  /// @param text sealed, with the code
  record Proving(StaffId staff, byte[] number, byte[] tag, byte[] text, Instant now) {

    @Override
    public String toString() {
      return "Proving[" + staff + "]";
    }
  }

  /// False when the person had 5 test messages in 24 hours, or is gone.
  Future<Boolean> prove(Proving proving);

  /// Counts one more try, and answers the tag of the code it is tried on; empty when there is none,
  /// or it is too old or was tried 5 times.
  Future<Optional<byte[]>> tried(StaffId staff, Instant now);

  /// The number counts from now on; false when the code is another one meanwhile.
  Future<Boolean> confirm(StaffId staff, byte[] tag, Instant now);

  /// False when there is no number that counts.
  Future<Boolean> wish(StaffId staff, Wishes wishes);

  /// What somebody wants to be told of: their shifts, that somebody waits, alarms.
  record Wishes(boolean shifts, boolean offers, boolean alarms) {}

  /// Removes number and wishes, and what is queued. What was perhaps sent is shown as that.
  Future<Void> forget(StaffId staff, Instant now);

  /// Texts since `since` that did not arrive, or perhaps did not, the newest first, at most 20.
  Future<List<NotDelivered>> notDelivered(StaffId staff, Instant since);

  /// Kinds of alarms of which somebody had as many texts since `since` as one may get in 24 hours.
  Future<Set<Kind>> usedUp(StaffId staff, Instant since);

  /// A shift that somebody has not confirmed.
  ///
  /// @param next when the text may go out
  record Due(StaffId staff, Instant starts, Instant next) {}

  /// Queues a text for those who wish for it and have none about a shift at that time yet, or one
  /// that was dropped before it was handed over; answers how many.
  Future<Integer> queueShifts(List<Due> due, Instant now);

  /// Queues one text for everybody, at most [#MOST_TOLD] at a time, who wishes for it, was not told
  /// of something that changed in their shifts, have no such text waiting and had none for an hour;
  /// answers how many. What changes while one waits is told by that one.
  Future<Integer> queueChanges(Instant now, Instant next);

  /// Queues a text that somebody waits, when the person wishes for it and had none for 3 minutes.
  Future<Boolean> queueOffer(StaffId staff, Instant now);

  /// When the last text that somebody waits was made, of the last 3 minutes; empty also when the
  /// person wishes for none.
  Future<Optional<Instant>> lastOffer(StaffId staff, Instant now);

  /// Queues texts for those who wish for them: one a person, of this kind, for all of these alarms
  /// that they were not told of yet, and at most [Kind#most()] in 24 hours. While one waits, it
  /// speaks of what comes. Answers how many people learn of something. Of what was dropped without
  /// having been handed over nobody was told.
  Future<Integer> queueAlarms(Kind kind, List<Alarm> alarms, Instant now, Instant next);

  /// The names of what a text tells of, the oldest first, at most 50.
  Future<Set<String>> causes(TextId text);

  /// Those of the services of which nobody in one of these roles is told by a text.
  Future<Set<ServiceId>> unheard(Set<ServiceId> services, Set<Role> roles);
}
