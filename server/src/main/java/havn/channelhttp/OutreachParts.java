package havn.channelhttp;

import havn.correspondence.Pace;
import havn.correspondence.ProvidersList;
import havn.correspondence.Silence;
import havn.correspondence.Threads;
import havn.outreach.OutreachRoom;

/// What the port of the channels is handed for writing to people.
public record OutreachParts(
    Threads threads,
    OutreachRoom room,
    Pace pace,
    ProvidersList list,
    Silence silence,
    Inlet inlet) {}
