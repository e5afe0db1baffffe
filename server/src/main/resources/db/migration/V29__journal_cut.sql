-- Lines of the journal that are over for twelve months go, from its beginning, by whole days.

-- After which line the journal begins: at most one row. Without one it begins with its first line.
CREATE TABLE journal_cut (
  one    boolean PRIMARY KEY DEFAULT true CHECK (one),
  -- The last line that went, and its hash, which the first line that stands follows.
  number bigint NOT NULL CHECK (number >= 1),
  hash   bytea NOT NULL CHECK (length(hash) = 32),
  -- The line of the journal that says so.
  said   bigint NOT NULL CHECK (said > number)
);

DROP TRIGGER journal_is_never_changed ON journal;
CREATE TRIGGER journal_is_never_changed BEFORE UPDATE OR TRUNCATE ON journal
  FOR EACH STATEMENT EXECUTE FUNCTION journal_is_never_changed();

-- Whatever a program does: what was written in the last 360 days stays.
CREATE FUNCTION journal_is_cut_at_its_beginning() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  written text := left(split_part(OLD.line, E'\t', 2), 10);
BEGIN
  IF NOT EXISTS (SELECT FROM journal_cut WHERE number >= OLD.number)
     OR written ~ '^\d{4}-\d{2}-\d{2}$' AND written BETWEEN to_char(now() - interval '360 days', 'YYYY-MM-DD')
       AND to_char(now() + interval '1 day', 'YYYY-MM-DD') THEN
    RAISE EXCEPTION 'lines of the journal are added, and go after twelve months';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER journal_is_cut_at_its_beginning BEFORE DELETE ON journal
  FOR EACH ROW EXECUTE FUNCTION journal_is_cut_at_its_beginning();

-- The journal is read in parts, from the last line that was found as it was written: up to which line this round came,
-- that line's hash, and when a round that came through all of it ended.
ALTER TABLE journal_checkpoint
  ADD COLUMN round_lines bigint NOT NULL DEFAULT 0 CHECK (round_lines >= 0),
  ADD COLUMN round_head  bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex') CHECK (length(round_head) = 32),
  ADD COLUMN whole_at    timestamptz;
UPDATE journal_checkpoint SET whole_at = at WHERE flawed IS NULL;
