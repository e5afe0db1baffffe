-- What is left for later: ciphertext under random ids (docs/protocol/sealed.md, sections 10–12). Nothing here names a
-- person, a phone or an address, and the server can open none of it.

CREATE TABLE mailbox (
  -- Ed25519 public key of a return code.
  id      bytea PRIMARY KEY CHECK (length(id) = 32),
  version integer NOT NULL CHECK (version >= 1),
  note    bytea NOT NULL CHECK (length(note) <= 8192),
  -- Numbers of answers given out; never goes back.
  answers integer NOT NULL DEFAULT 0 CHECK (answers BETWEEN 0 AND 50),
  -- The latest end of what is in it; at creation 30 days.
  ends    timestamptz NOT NULL
);
CREATE INDEX mailbox_ends ON mailbox (ends);

CREATE TABLE letter (
  id      bytea PRIMARY KEY CHECK (length(id) = 16),
  mailbox bytea NOT NULL REFERENCES mailbox ON DELETE CASCADE,
  service text NOT NULL CHECK (service ~ '^[a-z0-9-]{1,64}$'),
  -- Whom it is sealed to; not a reference, since a device may leave before the letter ends.
  devices bytea[] NOT NULL CHECK (cardinality(devices) BETWEEN 1 AND 9),
  file    bytea NOT NULL CHECK (length(file) <= 49152),
  done    boolean NOT NULL DEFAULT false,
  at      timestamptz NOT NULL,
  ends    timestamptz NOT NULL CHECK (ends > at)
);
CREATE INDEX letter_mailbox ON letter (mailbox);
CREATE INDEX letter_service ON letter (service, done, at);
CREATE INDEX letter_ends ON letter (ends);

CREATE TABLE answer (
  mailbox bytea NOT NULL REFERENCES mailbox ON DELETE CASCADE,
  number  integer NOT NULL CHECK (number BETWEEN 1 AND 50),
  -- Serialised StoredAnswer as it was checked.
  stored  bytea NOT NULL CHECK (length(stored) <= 51712),
  ends    timestamptz NOT NULL,
  PRIMARY KEY (mailbox, number)
);
CREATE INDEX answer_ends ON answer (ends);

-- Attachments. Nothing names one at first; then a letter or an answer does, and it lives as long.
CREATE TABLE sealed_file (
  id      bytea PRIMARY KEY CHECK (length(id) = 16),
  content bytea NOT NULL CHECK (length(content) BETWEEN 16400 AND 10747920),
  bytes   integer NOT NULL CHECK (bytes = length(content)),
  letter  bytea REFERENCES letter ON DELETE CASCADE,
  mailbox bytea,
  number  integer,
  ends    timestamptz NOT NULL,
  FOREIGN KEY (mailbox, number) REFERENCES answer ON DELETE CASCADE,
  CHECK ((mailbox IS NULL) = (number IS NULL) AND (letter IS NULL OR mailbox IS NULL))
);
CREATE INDEX sealed_file_letter ON sealed_file (letter);
CREATE INDEX sealed_file_answer ON sealed_file (mailbox, number);
CREATE INDEX sealed_file_ends ON sealed_file (ends) INCLUDE (bytes);

-- Ciphertext does not shrink; trying costs time.
ALTER TABLE mailbox ALTER note SET STORAGE EXTERNAL;
ALTER TABLE letter ALTER file SET STORAGE EXTERNAL;
ALTER TABLE answer ALTER stored SET STORAGE EXTERNAL;
ALTER TABLE sealed_file ALTER content SET STORAGE EXTERNAL;

-- Keys of devices that letters are sealed to, as they were signed.
CREATE TABLE mailbox_key (
  device    bytea NOT NULL REFERENCES device ON DELETE CASCADE,
  -- SHA-256 of the statement.
  hash      bytea NOT NULL CHECK (length(hash) = 32),
  payload   bytea NOT NULL CHECK (length(payload) <= 1536),
  signature bytea NOT NULL CHECK (length(signature) = 64),
  starts    timestamptz NOT NULL,
  until     timestamptz NOT NULL CHECK (until > starts AND until <= starts + interval '168 hours'),
  PRIMARY KEY (device, hash)
);
CREATE INDEX mailbox_key_until ON mailbox_key (until);
