package havn.letters;

/// The room, furnished: what the ports are handed.
public record LetterRoom(
    Mailboxes mailboxes,
    LetterDesk desk,
    MailboxKeys keys,
    SealedFiles files,
    ChatFiles chatFiles) {}
