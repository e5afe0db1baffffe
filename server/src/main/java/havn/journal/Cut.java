package havn.journal;

/// The last time lines were cut off at the beginning.
///
/// @param upTo where the journal stood after the last line that went; what stands follows it
/// @param said number of the line that says so
public record Cut(Standing upTo, long said) {}
