package havn.publichttp;

import havn.admission.Tickets;
import havn.danger.DangerDesk;
import havn.duty.Availability;
import havn.kernel.id.ServiceId;
import havn.letters.LetterRoom;
import havn.outreach.Proofs;
import havn.service.ServiceBook;
import havn.staff.TrustStore;
import havn.visit.Erasing;
import havn.visit.Reloading;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Consumer;

/// What the public port is handed.
///
/// @param ticketsPerSecond in the long run; bursts of five times as many pass
/// @param dangerChanged told where somebody calls for help
/// @param publicUrl how browsers reach the port: an origin, without a closing slash
public record PublicParts(
    ServiceBook services,
    Availability availability,
    Tickets tickets,
    TrustStore trust,
    LetterRoom letters,
    Erasing erasing,
    Reloading reloading,
    DangerDesk danger,
    Consumer<ServiceId> dangerChanged,
    Proofs proofs,
    URI publicUrl,
    int ticketsPerSecond,
    InstantSource clock) {}
