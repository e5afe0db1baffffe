package havn.danger;

import havn.conversation.Conversation;
import havn.conversation.Member;
import havn.conversation.Stage;
import havn.duty.Calls;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.StaffId;
import havn.line.Waiter;
import havn.seal.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One call for help out of a chat. Holds nothing about the visitor.
///
/// @param since when it was called
/// @param slot the highest slot in the chat at that moment: whoever has a higher one came after it
/// @param stands whether it was not ended yet
/// @param coming devices whose people can come, at most 3
/// @param heard devices whose people have heard it and cannot come, at most 8
public record DangerCall(
    ConversationId conversation,
    Instant since,
    By by,
    int slot,
    boolean stands,
    List<DeviceId> coming,
    List<DeviceId> heard) {

  private static final int NAME_BYTES = 16;

  /// Who called. Written in lower case in the store.
  public enum By {
    VISITOR(3),
    STAFF(10),
    /// The visitor said it in the line, and was taken.
    LINE(1);

    private final int most;

    By(int most) {
      this.most = most;
    }

    /// How often one chat rings the others for them; further presses change nothing.
    public int most() {
      return most;
    }
  }

  /// What somebody who hears it says to it; their last word counts.
  public enum Word {
    /// They can come.
    COMES(3),
    /// They have heard it, and cannot come.
    HEARD(8);

    private final int most;

    Word(int most) {
      this.most = most;
    }

    /// How many may say so to one call.
    public int most() {
      return most;
    }
  }

  public DangerCall {
    coming = List.copyOf(coming);
    heard = List.copyOf(heard);
  }

  /// The highest slot that anybody in the chat has.
  static int highestSlot(Stage.Taken taken) {
    return Stream.concat(Stream.of(taken.slot()), taken.members().stream().map(Member::slot))
        .mapToInt(Integer::intValue)
        .max()
        .orElseThrow();
  }

  /// Whether somebody who helps came beside the lead after it was called. Whoever took the chat
  /// over is alone with it again, and so is whoever comes with another device of theirs.
  ///
  /// @param helps whether the device's person may help
  /// @param same whether two devices are one person's
  boolean isAnswered(
      Stage.Taken taken, Predicate<DeviceId> helps, BiPredicate<DeviceId, DeviceId> same) {
    return taken.members().stream()
        .filter(member -> member.slot() > slot && helps.test(member.device()))
        .map(Member::device)
        .anyMatch(device -> before(taken).noneMatch(inside -> same.test(inside, device)));
  }

  /// The lead, and who was in the chat when it was called.
  private Stream<DeviceId> before(Stage.Taken taken) {
    return Stream.concat(
        Stream.of(taken.device()),
        taken.members().stream().filter(member -> member.slot() <= slot).map(Member::device));
  }

  /// What the call is named by where it is noted who was told of it: 32 hex digits that lead back
  /// neither to the chat, whose id is random, nor to a moment.
  public String name() {
    return name(conversation, since);
  }

  /// What whoever does not look is told of.
  public Calls.Danger danger() {
    return new Calls.Danger(name(), since, by == By.LINE);
  }

  /// The same of somebody in danger who waits in a line.
  public static Calls.Danger danger(Waiter waiter) {
    return new Calls.Danger(
        name(waiter.conversation(), waiter.since()), waiter.endangeredSince(), true);
  }

  private static String name(ConversationId conversation, Instant since) {
    byte[] at = Long.toString(since.toEpochMilli()).getBytes(StandardCharsets.US_ASCII);
    return HexFormat.of().formatHex(Hash.of(conversation.bytes(), at).bytes(), 0, NAME_BYTES);
  }

  private DangerCall over() {
    return new DangerCall(conversation, since, by, slot, false, coming, heard);
  }

  /// A call in a running chat, at one moment.
  ///
  /// @param leadName what colleagues may say of the lead; empty for nothing
  /// @param alone whether nobody else who helps is on duty, connected, and may yet come
  /// @param names of those who can come or have heard it; empty for nothing
  /// @param answered those of them whom a text reaches
  public record Seen(
      DangerCall call,
      Conversation chat,
      Stage.Taken taken,
      String leadName,
      boolean alone,
      Map<DeviceId, String> names,
      Set<StaffId> answered) {

    public Seen {
      names = Map.copyOf(names);
      answered = Set.copyOf(answered);
    }

    public boolean stands() {
      return call.stands();
    }

    /// Whether the device is in the chat.
    public boolean holds(DeviceId device) {
      return taken.device().equals(device) || taken.member(device).isPresent();
    }

    Seen over() {
      return new Seen(call.over(), chat, taken, leadName, alone, names, answered);
    }
  }
}
