-- Texts about somebody who said in a line that they are in danger are counted apart from those about chats.
ALTER TABLE outbox DROP CONSTRAINT outbox_kind_check;
ALTER TABLE outbox ADD CONSTRAINT outbox_kind_check
  CHECK (kind IN ('code', 'shift', 'change', 'offer', 'late', 'lane', 'gap', 'task', 'urgent', 'called', 'unanswered',
    'line', 'untaken', 'overtime', 'aftershift'));
