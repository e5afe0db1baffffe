-- Somebody in a chat is in danger: texts to whoever is on duty and does not look, and to coordinators where nobody came.
ALTER TABLE outbox DROP CONSTRAINT outbox_kind_check;
ALTER TABLE outbox ADD CONSTRAINT outbox_kind_check
  CHECK (kind IN ('code', 'shift', 'change', 'offer', 'late', 'gap', 'task', 'urgent', 'called', 'unanswered'));

-- Names of services and lanes have up to 64 characters each.
ALTER TABLE alarm DROP CONSTRAINT alarm_cause_check;
ALTER TABLE alarm ADD CONSTRAINT alarm_cause_check CHECK (length(cause) <= 160);
