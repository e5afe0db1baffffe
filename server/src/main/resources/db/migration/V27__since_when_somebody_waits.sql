-- Since when somebody waits for an answer, however often they wrote. And since when somebody of staff has the conversation: `held_until`
-- is 2 minutes from now at most and renewed by their console, so that whoever lost it does not keep others from hearing.
ALTER TABLE thread ADD COLUMN waits_since timestamptz;
ALTER TABLE thread ADD COLUMN held_since timestamptz;
CREATE INDEX thread_holder ON thread (holder) WHERE holder IS NOT NULL;
UPDATE thread SET waits_since = word, holder = NULL, held_until = NULL;
