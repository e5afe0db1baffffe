/// Tasks in the tables `task` and `task_detail`, turns in `task_turn`. Whoever raises a task or
/// decides about one holds the row of its kind's turn first, so that two never have the same turn.
@NullMarked
package havn.task.postgres;

import org.jspecify.annotations.NullMarked;
