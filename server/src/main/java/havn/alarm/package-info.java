/// What must reach people also when nobody looks at a console: nobody came, a shift lacks somebody,
/// nobody came to somebody in danger, a chat goes on after closing or after a shift, a task is
/// late.
///
/// [havn.alarm.Watch] looks what is so now and whom it concerns; nothing here is stored or sent. A
/// [havn.alarm.Cause] has a name that is the same in every process and stays the same, so that
/// whoever tells of it can do so once.
///
/// Limits: nobody is there for 5 minutes; a call for help that nobody else hears, or 3 minutes
/// after it, or 10 where somebody said that they come; somebody in danger in the line for 3
/// minutes, and for 10; a chat 30 minutes after closing, or after a shift at once and after 60
/// minutes, 100 of each and service at once; a shift 72 hours and 24 hours before it begins; a task
/// when it is due and once more after the time after which its kind alarms again; nothing that
/// began more than 7 days ago; 500 people, 400 shifts and 200 tasks at once.
@NullMarked
package havn.alarm;

import org.jspecify.annotations.NullMarked;
