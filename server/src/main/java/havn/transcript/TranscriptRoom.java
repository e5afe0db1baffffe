package havn.transcript;

/// The room, furnished: what the ports are handed.
public record TranscriptRoom(Transcripts transcripts, Shredder shredder) {}
