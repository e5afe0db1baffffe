/// What the server counts by itself, without reading anything: per service and day, how many chats
/// were taken after which wait, how many people left the line without one, how many letters came,
/// and how many texts went to people who had not asked and what they answered. There is no row
/// about a chat and no time finer than a day.
///
/// Counts gather in each process and are added to the store every ten seconds; a process that is
/// killed loses those. What is shown is a month of a service, and no cell below five
/// ([havn.figures.MonthFigures]). Kept for five years.
@NullMarked
package havn.figures;

import org.jspecify.annotations.NullMarked;
