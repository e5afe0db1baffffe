package havn.login;

import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.staff.Role;
import java.time.Instant;
import java.util.Set;

/// Somebody of staff who signed in. Ends after 12 hours or at sign-out.
public record Session(
    StaffId staff, String shownName, Role role, Set<ServiceId> services, Instant until) {}
