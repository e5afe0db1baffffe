package havn.boot;

import havn.admission.redis.AdmissionStores;
import havn.conversation.Conversations;
import havn.conversation.Reloads;
import havn.conversation.redis.ConversationStores;
import havn.field.FieldRounds;
import havn.field.postgres.RoundStores;
import havn.figures.Tally;
import havn.gateway.Gateway;
import havn.gateway.House;
import havn.journal.Journal;
import havn.journal.postgres.JournalStores;
import havn.letters.ChatFiles;
import havn.letters.LetterDesk;
import havn.letters.LetterRoom;
import havn.letters.MailboxKeys;
import havn.letters.Mailboxes;
import havn.letters.SealedFiles;
import havn.letters.postgres.LetterStores;
import havn.letters.redis.NonceStores;
import havn.notes.Notes;
import havn.notes.postgres.NoteStores;
import havn.service.ServiceBook;
import havn.shift.Shifts;
import havn.shift.postgres.ShiftStores;
import havn.staff.DeviceStore;
import havn.staff.LiveRosterBook;
import havn.staff.postgres.StaffStores;
import havn.task.Tasks;
import havn.task.postgres.TaskStores;
import havn.transcript.ArchiveStore;
import havn.transcript.Shares;
import havn.transcript.Shredder;
import havn.transcript.TranscriptRoom;
import havn.transcript.Transcripts;
import havn.transcript.postgres.ArchiveStores;
import havn.transcript.redis.ShareStores;
import havn.visit.Erasing;

/// The rooms where something is kept for later.
record LaterRooms(
    LetterRoom letters,
    TranscriptRoom transcripts,
    Reloads reloads,
    Journal journal,
    Shifts shifts,
    Tasks tasks,
    Notes notes,
    FieldRounds rounds) {

  static LaterRooms furnish(
      Platform platform,
      ServiceBook services,
      LiveRosterBook rosters,
      Conversations conversations,
      ChatFiles chatFiles,
      Tally tally) {
    Journal journal = JournalStores.journal(platform.postgres());
    return new LaterRooms(
        letters(platform, services, rosters, chatFiles, tally),
        transcripts(platform, services, conversations, journal),
        ConversationStores.reloads(platform.redis()),
        journal,
        shifts(platform),
        new Tasks(TaskStores.in(platform.postgres()), services, journal, platform.clock()),
        new Notes(NoteStores.in(platform.postgres()), journal, platform.clock()),
        new FieldRounds(RoundStores.in(platform.postgres()), journal, platform.clock()));
  }

  static Shifts shifts(Platform platform) {
    return new Shifts(ShiftStores.in(platform.postgres()), platform.clock());
  }

  private static LetterRoom letters(
      Platform platform,
      ServiceBook services,
      LiveRosterBook rosters,
      ChatFiles chatFiles,
      Tally tally) {
    var clock = platform.clock();
    var pool = platform.postgres();
    DeviceStore devices = StaffStores.devices(pool);
    return new LetterRoom(
        new Mailboxes(
            NonceStores.nonces(platform.redis()),
            new CountedMailboxes(LetterStores.mailboxes(pool), tally),
            AdmissionStores.passes(platform.redis()),
            services,
            clock),
        new LetterDesk(LetterStores.letters(pool), devices, rosters, services, clock),
        new MailboxKeys(LetterStores.keys(pool), devices, rosters, clock),
        new SealedFiles(LetterStores.files(pool), fileBytes(platform), clock),
        chatFiles);
  }

  static ChatFiles chatFiles(Platform platform, Conversations conversations) {
    var pool = platform.postgres();
    return new ChatFiles(
        LetterStores.files(pool),
        conversations,
        StaffStores.devices(pool),
        fileBytes(platform),
        platform.clock());
  }

  private static long fileBytes(Platform platform) {
    return 1024L * 1024 * platform.settings().limits().filesMegabytes();
  }

  private static TranscriptRoom transcripts(
      Platform platform, ServiceBook services, Conversations conversations, Journal journal) {
    ArchiveStore archives = ArchiveStores.archives(platform.postgres());
    Shares shares = ShareStores.shares(platform.redis());
    var chats =
        new Transcripts.Chats(conversations, services, StaffStores.devices(platform.postgres()));
    return new TranscriptRoom(
        new Transcripts(archives, shares, journal, chats, platform.clock()),
        new Shredder(archives, shares));
  }

  Erasing erasing(House house, Gateway gateway) {
    return new Erasing(
        house.visits(),
        house.conversations(),
        house.encounters(),
        letters.chatFiles(),
        transcripts.shredder(),
        notes,
        gateway::ended);
  }
}
