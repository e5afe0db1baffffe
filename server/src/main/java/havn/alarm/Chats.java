package havn.alarm;

import havn.danger.DangerDesk;
import havn.duty.Presences;
import havn.line.Lines;
import havn.matching.Overtime;

/// Where somebody may be in danger or go on for too long, and who is on duty to hear of it.
///
/// @param calls for help out of chats
/// @param lines at most 220 in each
/// @param duty who of staff is there
/// @param overtime chats that go on
public record Chats(DangerDesk calls, Lines lines, Presences duty, Overtime overtime) {}
