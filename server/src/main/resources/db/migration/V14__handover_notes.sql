-- What one shift leaves for the next, sealed like the other notes; gone after a week at most.
ALTER TABLE sealed_note DROP CONSTRAINT sealed_note_kind_check;
ALTER TABLE sealed_note
  ADD CONSTRAINT sealed_note_kind_check CHECK (kind IN ('profile', 'comment', 'handover')),
  ADD CHECK (kind <> 'handover' OR ends <= at + interval '7 days');
