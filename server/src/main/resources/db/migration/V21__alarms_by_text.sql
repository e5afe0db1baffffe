-- Alarms go to phones, too: nobody is there, a shift lacks somebody, a task is late.
ALTER TABLE outbox DROP CONSTRAINT outbox_kind_check;
ALTER TABLE outbox ADD CONSTRAINT outbox_kind_check
  CHECK (kind IN ('code', 'shift', 'change', 'offer', 'late', 'gap', 'task', 'urgent'));

-- Whether its person wants to be told of alarms.
ALTER TABLE reminder ADD COLUMN alarms boolean NOT NULL DEFAULT true;

-- Who was told of what, so that nobody is told twice; 8 days, longer than anything is told of.
CREATE TABLE alarm (
  staff bytea NOT NULL REFERENCES staff ON DELETE CASCADE,
  -- 'late/<service>/<since>', 'gap/<plan>/<day>/<hours>' or 'task/<task>/<stage>'
  cause text NOT NULL CHECK (length(cause) <= 80),
  -- Null once the text is forgotten.
  text  bytea REFERENCES outbox ON DELETE SET NULL,
  at    timestamptz NOT NULL,
  PRIMARY KEY (staff, cause)
);
CREATE INDEX alarm_text ON alarm (text);
CREATE INDEX alarm_at ON alarm (at);
