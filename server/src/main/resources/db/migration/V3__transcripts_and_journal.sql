-- What is kept of conversations where a service keeps transcripts (docs/protocol/sealed.md, "Transcripts"), and what
-- staff did (docs/architecture.md, "Journal").

CREATE TABLE archive (
  id      bytea PRIMARY KEY CHECK (length(id) = 16),
  service text NOT NULL CHECK (service ~ '^[a-z0-9-]{1,64}$'),
  -- Fingerprint of the visit's capability: whoever knows the capability may erase.
  eraser  text NOT NULL CHECK (length(eraser) = 43),
  -- Whose console writes the parts.
  writer  bytea NOT NULL REFERENCES staff ON DELETE CASCADE,
  -- The archive's key in an age file for these devices.
  wraps   bytea NOT NULL CHECK (length(wraps) <= 18432),
  devices bytea[] NOT NULL CHECK (cardinality(devices) BETWEEN 1 AND 9),
  begun   timestamptz NOT NULL,
  ends    timestamptz NOT NULL CHECK (ends > begun AND ends <= begun + interval '30 days 1 hour')
);
CREATE INDEX archive_eraser ON archive (eraser);
CREATE INDEX archive_service ON archive (service, begun);
CREATE INDEX archive_ends ON archive (ends);

-- Written once, never changed.
CREATE TABLE archive_part (
  archive bytea NOT NULL REFERENCES archive ON DELETE CASCADE,
  number  integer NOT NULL CHECK (number BETWEEN 1 AND 200),
  content bytea NOT NULL CHECK (length(content) BETWEEN 17 AND 65552),
  PRIMARY KEY (archive, number)
);

ALTER TABLE archive ALTER wraps SET STORAGE EXTERNAL;
ALTER TABLE archive_part ALTER content SET STORAGE EXTERNAL;

-- One line per act. The hash covers the line before and this line as it is printed.
CREATE TABLE journal (
  number bigint PRIMARY KEY CHECK (number >= 1),
  line   text NOT NULL CHECK (length(line) BETWEEN 1 AND 512),
  hash   bytea NOT NULL CHECK (length(hash) = 32)
);

CREATE FUNCTION journal_is_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM journal) THEN
    RAISE EXCEPTION 'lines of the journal are added, never changed';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER journal_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
  FOR EACH STATEMENT EXECUTE FUNCTION journal_is_never_changed();

-- What pseudonyms of a day are made with; gone after 30 days.
CREATE TABLE journal_key (
  day date PRIMARY KEY,
  key bytea NOT NULL CHECK (length(key) = 32)
);
