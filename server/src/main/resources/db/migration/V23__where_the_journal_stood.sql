-- Where the journal stood when it was last read from its first line on: once an hour, a year back.
CREATE TABLE journal_checkpoint (
  at     timestamptz PRIMARY KEY,
  -- Lines that stand, and the hash of the last of them.
  lines  bigint NOT NULL CHECK (lines >= 0),
  head   bytea NOT NULL CHECK (length(head) = 32),
  -- The first line that is not as it was written; none: the journal is whole.
  flawed bigint CHECK (flawed >= 1)
);
