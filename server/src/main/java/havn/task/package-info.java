/// Tasks with a due time: what staff of a service are obliged to do, who has it, and what becomes
/// of it when it is late.
///
/// Kinds of tasks stand in the service's settings ([havn.service.Duties]). Offices of a kind take
/// turns strictly in their order ([havn.task.Turn]); whoever does not have a task is told by a
/// second one that is due the next morning. What may be done with a task stands in
/// [havn.task.TaskRules], and the store lets nobody else decide about the same task or the same
/// turn meanwhile. A late task alarms again and again until it is done ([havn.task.Escalation]).
///
/// A task says nothing about a visitor. Its detail, if it has one, is an age file for devices of
/// the service; the server reads none of it.
///
/// Limits: 100 tasks of a kind that are not done, 400 that are done, 24 KiB of detail; one that is
/// done goes after 1–30 days, one that is not done stays.
@NullMarked
package havn.task;

import org.jspecify.annotations.NullMarked;
