-- A first text or reminder that waited while its person wrote does not go out, and is not to be released again either.
ALTER TABLE message DROP CONSTRAINT message_state_check;
ALTER TABLE message ADD CONSTRAINT message_state_check
  CHECK (state IN ('received', 'queued', 'sent', 'delivered', 'failed', 'perhaps', 'stopped', 'again', 'answered'));
