package havn.gateway;

import havn.admission.Tickets;
import havn.conversation.Conversations;
import havn.conversation.Reloads;
import havn.conversation.Whispers;
import havn.danger.DangerDesk;
import havn.duty.Calls;
import havn.duty.DutyDesk;
import havn.duty.PlannedShifts;
import havn.line.Lines;
import havn.login.Sessions;
import havn.matching.Company;
import havn.matching.Encounters;
import havn.matching.Offering;
import havn.service.ServiceBook;
import havn.staff.RosterBook;
import havn.visit.Visits;
import java.time.InstantSource;

/// The features that the sockets speak for.
public record House(
    ServiceBook services,
    Tickets tickets,
    Visits visits,
    Conversations conversations,
    Whispers whispers,
    Reloads reloads,
    Lines lines,
    Offering offering,
    Encounters encounters,
    Company company,
    DangerDesk danger,
    DutyDesk duty,
    PlannedShifts planned,
    Watched watched,
    Calls calls,
    Sessions sessions,
    RosterBook rosters,
    InstantSource time) {}
