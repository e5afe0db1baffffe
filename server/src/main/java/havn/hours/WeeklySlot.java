package havn.hours;

import java.time.DayOfWeek;

/// Open every week on the day it begins; past midnight it runs on into the next.
public record WeeklySlot(DayOfWeek day, Times times) {}
