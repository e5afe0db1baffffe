/// The load generator: a numbered ladder of rungs, climbed by the bare Vert.x relay and by our full
/// server in the same run, with the same generator.
///
/// Start with `HavnLoad`; `Ladder` is the order of a run; `rung` measures, `subject` starts what is
/// measured, `talk` and `socket` are the players, `report` prints.
@NullMarked
package havn.load;

import org.jspecify.annotations.NullMarked;
