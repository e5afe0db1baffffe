package havn.deskhttp;

import havn.duty.Availability;
import havn.duty.Lateness;
import havn.duty.ServiceDesk;
import havn.field.FieldRounds;
import havn.figures.Figures;
import havn.http.SessionGate;
import havn.journal.Journal;
import havn.letters.LetterRoom;
import havn.line.Lines;
import havn.login.ConsoleOrigin;
import havn.login.Invites;
import havn.login.PasskeyStore;
import havn.login.Sessions;
import havn.login.SignIn;
import havn.matching.Overtime;
import havn.notes.Notes;
import havn.service.Editions;
import havn.service.ServiceBook;
import havn.shift.Shifts;
import havn.staff.DeviceStore;
import havn.staff.Publishing;
import havn.staff.RosterBook;
import havn.staff.Spares;
import havn.staff.StaffStore;
import havn.staff.TrustStore;
import havn.task.Tasks;
import havn.transcript.TranscriptRoom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What the desk port is handed.
public record DeskParts(
    SignInParts signIn,
    StaffParts staff,
    Site site,
    DutyParts duty,
    WrittenParts written,
    LetterRoom letters,
    TranscriptRoom transcripts,
    Notes notes,
    InstantSource clock) {

  SessionGate gate() {
    return new SessionGate(signIn.sessions(), staff.devices(), staff.rosters(), clock);
  }

  /// Sign-in and its stores.
  public record SignInParts(
      SignIn signIn, Sessions sessions, Invites invites, PasskeyStore passkeys) {}

  /// People, devices and documents.
  public record StaffParts(
      StaffStore people,
      DeviceStore devices,
      Spares spares,
      TrustStore trust,
      RosterBook rosters,
      Publishing publishing,
      Journal journal) {}

  /// What is written about services, and what was counted at them.
  public record WrittenParts(Editions editions, Figures figures, FieldRounds rounds) {}

  /// What services say of themselves, their desks, who works when, and what has to be done.
  public record DutyParts(
      Availability availability,
      Lateness lateness,
      ServiceDesk desk,
      Overtime overtime,
      Lines lines,
      Shifts shifts,
      Tasks tasks) {}

  /// What is the same for everybody.
  ///
  /// @param origins from which consoles are used
  /// @param demo whether everything is marked as a demonstration
  /// @param channels the port of the role channels on the console's host, where there is one
  /// @param pin the newest root set's pin, asked for at each request
  public record Site(
      List<ConsoleOrigin> origins,
      ServiceBook services,
      boolean demo,
      Optional<Integer> channels,
      Supplier<Optional<String>> pin) {

    public Site {
      origins = List.copyOf(origins);
    }
  }
}
