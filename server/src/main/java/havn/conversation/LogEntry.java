package havn.conversation;

/// One entry of a conversation's stream: its number from 1, and the bytes of
/// [havn.wire.StreamBody].
@SuppressWarnings("ArrayRecordComponent")
public record LogEntry(int seq, byte[] body) {}
