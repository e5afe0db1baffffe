package havn.publichttp;

import havn.admission.Tickets;
import havn.duty.Availability;
import havn.letters.LetterRoom;
import havn.service.ServiceBook;
import havn.staff.TrustStore;
import havn.visit.Erasing;
import havn.visit.Reloading;
import java.net.URI;
import java.time.InstantSource;

/// What the public port is handed.
///
/// @param ticketsPerSecond in the long run; bursts of five times as many pass
/// @param publicUrl how browsers reach the port: an origin, without a closing slash
public record PublicParts(
    ServiceBook services,
    Availability availability,
    Tickets tickets,
    TrustStore trust,
    LetterRoom letters,
    Erasing erasing,
    Reloading reloading,
    URI publicUrl,
    int ticketsPerSecond,
    InstantSource clock) {}
