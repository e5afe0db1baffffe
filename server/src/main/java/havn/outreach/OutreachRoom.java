package havn.outreach;

/// The room, furnished: what the port of the channels is handed.
public record OutreachRoom(
    Intake intake,
    Cards cards,
    Beginnings beginnings,
    Campaigns campaigns,
    Resealing resealing,
    Sweep sweep,
    Senders senders) {}
