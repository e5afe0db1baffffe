package havn.service;

import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import java.time.Instant;

/// What somebody wrote about a service and did not publish yet. It may be unfinished.
///
/// @param document a JSON object whose `id` is the service's, at most 64 KiB
/// @param base the edition it was begun from; 0, the service is new
/// @param revision how often it was saved
public record Draft(
    ServiceId service, String document, long base, long revision, StaffId by, Instant changed) {

  public static final int MOST_BYTES = 65_536;
}
