package havn.redis;

/// One entry of a stream: its number, from 1 without holes, and its bytes.
@SuppressWarnings("ArrayRecordComponent")
public record StreamEntry(int seq, byte[] bytes) {}
