package havn.alarm;

import havn.danger.DangerDesk;
import havn.duty.Presences;
import havn.line.Lines;

/// Where somebody may be in danger, and who is on duty to hear of it.
///
/// @param chats calls for help out of them
/// @param lines at most 220 in each
/// @param duty who of staff is there
public record InDanger(DangerDesk chats, Lines lines, Presences duty) {}
