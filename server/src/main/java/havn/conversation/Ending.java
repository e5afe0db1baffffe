package havn.conversation;

/// A conversation ended now: the stage it had, and the number of its last entry, 0 when there is no
/// stream.
public record Ending(Stage had, int seq) {}
