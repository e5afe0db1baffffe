package havn.staff;

import java.util.EnumSet;
import java.util.Set;

/// What a role may do for the services somebody works for. Every check on a role asks here, and
/// the handbook's page of rights is printed from here.
public enum Right {
  TAKE_CHATS("go on duty, see the line and take chats", Group.ANSWERING, Group.HELPING),
  ANSWER_CALLS(
      "hear on duty that a visitor of somebody else is in danger, and come to help",
      Group.ANSWERING,
      Group.HELPING),
  KEEP_OPEN("keep a service open by being on duty for it", Group.ANSWERING),
  INTERPRET(
      "go on duty to be asked in as an interpreter, without the line and without calls",
      EnumSet.of(Role.MEDIATOR)),
  WATCH(
      "go on duty to be asked in to watch a chat, without writing in it",
      EnumSet.noneOf(Role.class),
      EnumSet.of(Role.TRAINEE)),
  STATE_SHIFT_KEY("take part in chats at all (state a key for a shift)", Group.ALL_BUT_AUDITORS),
  SEE_DESK(
      "see what visitors are told of one's services now, and who has chats of them for too long",
      Group.ANSWERING,
      Group.HELPING),
  SET_DESK("close a service early, stay longer, set it to full (on duty only)", Group.ANSWERING),
  /// The server cannot see the mark, so the visitor's page and the consoles check it.
  MARK_CARE("mark in a chat that advice becomes care", Group.ANSWERING),
  READ_LETTERS("read and answer letters that were left, send sealed files", Group.ANSWERING),
  OPEN_TRANSCRIPTS("write and open transcripts", Group.ANSWERING),
  ERASE_TRANSCRIPTS("erase transcripts", Group.LEADING),
  REACH_OUT(
      "see contact cards, write to people on them and answer what phones send", Group.ANSWERING),
  END_SILENCE(
      "let all services write to people first again, after a restore from a backup", Group.LEADING),
  RENEW_LIST("renew the list of devices together with somebody else", Group.ANSWERING),
  PUBLISH_LISTS("approve and revoke devices, publish the list of devices", Group.LEADING),
  SEE_DEVICES("see everybody's devices", Group.LEADING),
  MAKE_LINKS("invite people and make sign-in links", Group.LEADING),
  END_PEOPLE("change the services and the role of people, and off-board them", Group.LEADING),
  PREVIEW_SERVICES("preview a service's hours", Group.LEADING),
  WRITE_SERVICES("write, publish and undo what a service is", Group.LEADING),
  SEE_FIGURES("see how many chats, letters and rounds there were in a month", Group.LOOKING),
  READ_JOURNAL("read the journal, its names for one's own services", EnumSet.of(Role.AUDITOR)),
  COUNT_ROUNDS(
      "count on rounds outdoors and indoors",
      EnumSet.of(Role.COORDINATOR, Role.WORKER, Role.MEDIATOR)),
  SEE_ALARMS(
      "be told that nobody came, also to somebody in danger, or that a calendar ends",
      Group.LEADING),
  HOLD_SHIFTS("see planned shifts, sign up, offer, swap and confirm", Group.ALL_BUT_AUDITORS),
  PLAN_SHIFTS("plan shifts and see where somebody is missing", Group.LEADING),
  GIVE_BACK_FOR_OTHERS(
      "give back a task, a note or a contact card that somebody else has", Group.LEADING),
  HANDLE_TASKS("see tasks with a due time, take and finish them", Group.ANSWERING),
  RAISE_TASKS(
      "see kinds of tasks, and raise one where its kind lets the role (on duty, or in a chat that"
          + " is still open after the shift)",
      Group.ANSWERING,
      Group.HELPING);

  /// When a role has a right.
  public enum Grant {
    ALWAYS,
    /// From 15 minutes before to 15 minutes after a shift that the person holds.
    IN_SHIFT,
    NEVER
  }

  private final String words;
  private final Set<Role> always;
  private final Set<Role> inShift;

  Right(String words, Set<Role> always) {
    this(words, always, EnumSet.noneOf(Role.class));
  }

  Right(String words, Set<Role> always, Set<Role> inShift) {
    this.words = words;
    this.always = always;
    this.inShift = inShift;
  }

  public Grant of(Role role) {
    if (always.contains(role)) {
      return Grant.ALWAYS;
    }
    return inShift.contains(role) ? Grant.IN_SHIFT : Grant.NEVER;
  }

  /// Whether the role has it without a shift.
  public boolean has(Role role) {
    return of(role) == Grant.ALWAYS;
  }

  /// What one may do, as the handbook says it.
  public String words() {
    return words;
  }

  /// Roles that come together.
  private static final class Group {

    static final Set<Role> LEADING = EnumSet.of(Role.COORDINATOR);
    static final Set<Role> LOOKING = EnumSet.of(Role.COORDINATOR, Role.AUDITOR);
    static final Set<Role> ANSWERING = EnumSet.of(Role.COORDINATOR, Role.WORKER);
    static final Set<Role> HELPING = EnumSet.of(Role.VOLUNTEER, Role.PEER);
    static final Set<Role> ALL_BUT_AUDITORS = EnumSet.complementOf(EnumSet.of(Role.AUDITOR));
  }
}
