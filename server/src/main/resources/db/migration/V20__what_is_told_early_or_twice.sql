-- Whether what was told was filed, too. A row is there from the first time it was told, so that an undo that nobody could read at once
-- does not take back a stop that came after it.
ALTER TABLE told ADD COLUMN kept boolean NOT NULL DEFAULT true;
ALTER TABLE told ALTER COLUMN kept DROP DEFAULT;

-- What became of a text whose provider's name for it is not noted yet, by a tag of that name; an hour, 10,000 at most.
CREATE TABLE early_report (
  provider bytea PRIMARY KEY CHECK (length(provider) = 32),
  state    text NOT NULL CHECK (state IN ('sent', 'failed', 'delivered')),
  at       timestamptz NOT NULL
);
CREATE INDEX early_report_at ON early_report (at);

-- When a number last wrote over one provider; 2 days.
CREATE TABLE heard_over (
  tag      bytea NOT NULL CHECK (length(tag) = 32),
  provider text NOT NULL,
  word     timestamptz NOT NULL,
  PRIMARY KEY (tag, provider)
);
CREATE INDEX heard_over_word ON heard_over (word);
