package havn.gateway;

import havn.conversation.Conversation;
import java.util.Optional;

/// Where a visitor's connection is. Each state offers only the moves it has.
///
/// ```
/// Greeting ─► Asking ─► Idle ─► Asking ─► Waiting ─► Talking ─► Over
///                └──────────────(resume)─────┴─────────┘
/// ```
sealed interface VisitorState {

  /// Who rang, while they wait or talk.
  default Optional<Conversation> visit() {
    return switch (this) {
      case Waiting waiting -> Optional.of(waiting.seat().conversation());
      case Talking talking -> Optional.of(talking.seat().conversation());
      case Greeting g -> Optional.empty();
      case Asking a -> Optional.empty();
      case Idle i -> Optional.empty();
      case Over o -> Optional.empty();
    };
  }

  /// Connected; the first frame has not come.
  record Greeting() implements VisitorState {

    Asking asks() {
      return new Asking();
    }
  }

  /// A store is being asked; nothing but a pong may come meanwhile.
  record Asking() implements VisitorState {

    Idle welcomed() {
      return new Idle();
    }

    Waiting waits(Seat seat) {
      return new Waiting(seat);
    }

    Talking talks(Seat seat) {
      return new Talking(seat);
    }
  }

  /// Welcomed by ticket; has not rung.
  record Idle() implements VisitorState {

    Asking rings() {
      return new Asking();
    }
  }

  record Waiting(Seat seat) implements VisitorState {

    Talking taken() {
      return new Talking(seat);
    }

    Over over() {
      return new Over();
    }
  }

  record Talking(Seat seat) implements VisitorState {

    Over over() {
      return new Over();
    }
  }

  /// Nothing more is said.
  record Over() implements VisitorState {}

  /// What a visitor who rang holds.
  record Seat(Conversation conversation, Chat chat) {}
}
