-- Somebody still has a chat half an hour after closing, or after their shift: texts to those who may see to it.
ALTER TABLE outbox DROP CONSTRAINT outbox_kind_check;
ALTER TABLE outbox ADD CONSTRAINT outbox_kind_check
  CHECK (kind IN ('code', 'shift', 'change', 'offer', 'late', 'lane', 'gap', 'task', 'urgent', 'called', 'unanswered',
    'overtime', 'aftershift'));
