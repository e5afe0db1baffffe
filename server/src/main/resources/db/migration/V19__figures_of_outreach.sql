-- What was written to people who had not asked, and what came of it, is counted too.
ALTER TABLE service_count DROP CONSTRAINT service_count_what_check;
ALTER TABLE service_count ADD CONSTRAINT service_count_what_check CHECK (what IN (
  'under-5', '5-to-15', 'over-15', 'unanswered', 'letters',
  'texts-begun', 'texts-answered', 'calls', 'wrote-back', 'stopped'
));
