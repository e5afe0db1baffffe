/// What is left for later: mailboxes, letters, answers and sealed files (`docs/protocol/sealed.md`,
/// sections 10–12). The server stores envelopes and can open none of them.
///
/// [Mailboxes] carries out what the holder of a return code signs, [LetterDesk] what staff do,
/// [MailboxKeys] knows which keys letters are sealed to, [SealedFiles] keeps what is attached,
/// [ChatFiles] what is sent in a running chat.
/// Rules are pure: [MailboxActs], [MailboxStatements], [LetterEnd], [AnswerCheck], [FileShape].
///
/// Limits: 100,000 mailboxes and as many letters; per mailbox 20 letters and 50 answers; a note of
/// 8,192 bytes, a letter's or answer's file of 49,152, 5 attachments each; an attachment of
/// 10,747,920 bytes, all of them together 4 GiB (a setting); an attachment nobody names lives one
/// hour. A running chat has at most 20 files and 40 MiB of them ([ChatFiles]). Letters, answers
/// and mailboxes end by themselves ([LetterEnd]); [Expiry] removes them.
@NullMarked
package havn.letters;

import org.jspecify.annotations.NullMarked;
