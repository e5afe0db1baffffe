package havn.shift;

import havn.kernel.id.PlanId;
import java.time.LocalDate;

/// A plan on a date of its rule; that date names it also after it was moved.
public record Place(PlanId plan, LocalDate day) {}
