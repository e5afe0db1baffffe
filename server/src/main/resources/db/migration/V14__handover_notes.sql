-- What one shift leaves for the next, sealed like the other notes; gone after a week at most. Hours: a day of the calendar has 23 of them
-- where clocks change.
ALTER TABLE sealed_note
  DROP CONSTRAINT sealed_note_kind_check,
  DROP CONSTRAINT sealed_note_check;
ALTER TABLE sealed_note
  ADD CHECK (kind IN ('profile', 'comment', 'handover')),
  ADD CHECK (ends <= at + interval '720 hours'),
  ADD CHECK (kind <> 'handover' OR ends <= at + interval '168 hours');
