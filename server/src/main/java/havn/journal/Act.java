package havn.journal;

import havn.kernel.id.StaffId;

/// Something a person of staff is about to do, or did where only the outcome can be told.
///
/// @param thing bytes of the thing's id, at most 64; only a pseudonym of them is written
@SuppressWarnings("ArrayRecordComponent")
public record Act(StaffId who, Deed what, byte[] thing) {

  /// Who does what nobody of staff does.
  public static final StaffId SERVER = new StaffId("0".repeat(32));

  /// What can be done, as the journal prints it.
  public enum Deed {
    /// A transcript's key and parts were handed out.
    ARCHIVE_OPEN("archive.open"),
    /// A transcript was erased by staff.
    ARCHIVE_ERASE("archive.erase"),
    /// A campaign was proposed, approved or stopped.
    CAMPAIGN_PROPOSE("campaign.propose"),
    CAMPAIGN_APPROVE("campaign.approve"),
    CAMPAIGN_STOP("campaign.stop"),
    /// Somebody in training was asked to watch a chat, after the visitor's yes.
    CHAT_SHOW("chat.show"),
    /// Somebody in training came to watch a chat.
    CHAT_WATCH("chat.watch"),
    /// Contact cards were imported.
    CONTACT_IMPORT("contact.import"),
    /// A contact card was opened.
    CONTACT_OPEN("contact.open"),
    /// The numbers of a contact card were shown.
    CONTACT_REVEAL("contact.reveal"),
    /// The numbers of a contact card were handed out for a text.
    CONTACT_SEND("contact.send"),
    /// Somebody called by hand.
    CONTACT_CALL("contact.call"),
    /// Somebody is to be written to no more.
    CONTACT_NEVER("contact.never"),
    CONTACT_DELETE("contact.delete"),
    /// It was noted that somebody said yes to be written to first, or that they took it back.
    CONTACT_CONSENT("contact.consent"),
    CONTACT_WITHDRAW("contact.withdraw"),
    /// What numbers of a list are worth was told, of 50 at most.
    CONTACT_LOOK("contact.look"),
    /// A contact card was handed out to be sealed anew.
    CONTACT_RESEAL("contact.reseal"),
    /// What may be shown of a contact card was written anew.
    CONTACT_WRITE("contact.write"),
    /// A service's desk is open again as its hours say.
    DESK_OPEN("desk.open"),
    DESK_FULL("desk.full"),
    DESK_CLOSED_TO_NEW("desk.closed-to-new"),
    DESK_WINDING_DOWN("desk.winding-down"),
    /// A service closed before its hours end.
    DESK_CLOSE("desk.close"),
    /// A service stays open 30 minutes more.
    DESK_STAY("desk.stay"),
    /// A sealed device key was handed out to its owner.
    DEVICE_RECOVER("device.recover"),
    /// Lines that are over for twelve months were cut off; by [#SERVER].
    JOURNAL_CUT("journal.cut"),
    /// The journal was looked at.
    JOURNAL_READ("journal.read"),
    /// The whole journal was handed out.
    JOURNAL_EXPORT("journal.export"),
    /// Sealed notes of a service were handed out.
    NOTES_OPEN("notes.open"),
    /// The silence after a restore was ended: services write to people first again.
    OUTREACH_AGAIN("outreach.again"),
    /// A wrong round of a service was taken out.
    ROUND_STRIKE("round.strike"),
    /// What somebody wrote about a service was published.
    SERVICE_PUBLISH("service.publish"),
    /// What a service was before was published again.
    SERVICE_UNDO("service.undo"),
    /// A plan of shifts was made, changed or ended.
    SHIFT_PLAN("shift.plan"),
    /// A task with a due time was raised.
    TASK_RAISE("task.raise"),
    TASK_TAKE("task.take"),
    TASK_GIVE_BACK("task.give-back"),
    TASK_DONE("task.done"),
    /// An office whose turn it was did not get a task.
    TASK_SKIP("task.skip"),
    /// The sealed detail of a task was handed out.
    TASK_OPEN("task.open"),
    /// Services were taken from somebody.
    STAFF_RESTRICT("staff.restrict"),
    /// Services were added to somebody.
    STAFF_EXTEND("staff.extend"),
    /// Somebody got another role.
    STAFF_ROLE("staff.role"),
    /// Somebody was off-boarded.
    STAFF_OFF("staff.off"),
    /// Somebody new was added, with a one-time link.
    STAFF_INVITE("staff.invite"),
    /// A one-time link was made for somebody who exists.
    STAFF_LINK("staff.link"),
    /// A text to somebody was released.
    TEXT_RELEASE("text.release"),
    /// A conversation on a plain channel was opened.
    THREAD_OPEN("thread.open"),
    /// A conversation on a plain channel was deleted, with what was written.
    THREAD_DELETE("thread.delete");

    private final String printed;

    Deed(String printed) {
      this.printed = printed;
    }

    public String printed() {
      return printed;
    }
  }
}
