package havn.delivery;

import havn.conversation.Party;
import havn.kernel.id.ConversationId;
import havn.wire.SealedFrame;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/// Where the connections of one conversation meet within this process. At most one per seat.
public final class Room {

  private final ConversationId id;
  private final CopyOnWriteArrayList<Follower> followers = new CopyOnWriteArrayList<>();

  /// Other processes that follow the same conversation.
  private final Set<String> elsewhere = new CopyOnWriteArraySet<>();

  Room(ConversationId id) {
    this.id = id;
  }

  public ConversationId id() {
    return id;
  }

  /// Other processes that follow; usually none.
  public Set<String> elsewhere() {
    return elsewhere;
  }

  /// Whether the visitor, or the lead, is connected here.
  public boolean holds(Party party) {
    return followers.stream().anyMatch(f -> f.seat().announced() && f.seat().party() == party);
  }

  /// Tells everybody but `from` of a stored entry.
  public void entry(@Nullable Follower from, int seq, byte[] body) {
    for (Follower follower : followers) {
      if (follower != from) {
        follower.entry(seq, body);
      }
    }
  }

  /// Passes a signal of `from` to everybody else.
  public void signal(Seat from, SealedFrame signal) {
    for (Follower follower : followers) {
      if (!follower.seat().equals(from)) {
        follower.signal(signal);
      }
    }
  }

  /// Tells the other party that `who` came or went.
  public void presence(Party who, boolean connected) {
    for (Follower follower : followers) {
      if (follower.seat().party() != who) {
        follower.presence(connected);
      }
    }
  }

  public void here() {
    followers.forEach(Follower::here);
  }

  public void taken() {
    followers.forEach(Follower::taken);
  }

  public void mayHaveMissed() {
    followers.forEach(Follower::mayHaveMissed);
  }

  void replaced(Seat seat) {
    for (Follower follower : followers) {
      if (follower.seat().equals(seat)) {
        followers.remove(follower);
        follower.replaced();
      }
    }
  }

  void add(Follower follower) {
    followers.add(follower);
  }

  boolean remove(Follower follower) {
    return followers.remove(follower);
  }

  boolean isEmpty() {
    return followers.isEmpty();
  }
}
