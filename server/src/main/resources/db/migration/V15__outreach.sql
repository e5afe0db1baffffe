-- People whom services write to, and what is written. No number and no text stands here in clear. A "tag" is HMAC-SHA-256 under a key
-- that no store and no backup holds, over the Argon2id hash of a number; each use has tags of its own, so that rows of different
-- tables do not belong together for who has the tables alone.

-- A contact card, sealed to the outreach team in two parts: what may be shown, and the numbers.
CREATE TABLE contact (
  id         bytea PRIMARY KEY CHECK (length(id) = 16),
  service    text NOT NULL REFERENCES service ON DELETE CASCADE,
  face       bytea NOT NULL CHECK (length(face) BETWEEN 200 AND 24576),
  numbers    bytea NOT NULL CHECK (length(numbers) BETWEEN 200 AND 24576),
  devices    bytea[] NOT NULL CHECK (cardinality(devices) BETWEEN 1 AND 9),
  version    integer NOT NULL DEFAULT 1,
  language   text NOT NULL CHECK (language ~ '^[a-z]{2}$'),
  -- Minutes of the day in Oslo; both or none.
  win_from   smallint CHECK (win_from BETWEEN 0 AND 1439),
  win_to     smallint CHECK (win_to BETWEEN 0 AND 1440),
  source     text NOT NULL CHECK (source IN ('advert', 'self', 'partner', 'street', 'other')),
  -- The import it came with.
  batch      bytea NOT NULL CHECK (length(batch) = 16),
  adverts    integer NOT NULL CHECK (adverts BETWEEN 0 AND 1000),
  made       timestamptz NOT NULL,
  -- The day it is deleted.
  ends       date NOT NULL,
  holder     bytea REFERENCES staff ON DELETE SET NULL,
  held_until timestamptz,
  CHECK ((win_from IS NULL) = (win_to IS NULL)),
  CHECK ((holder IS NULL) = (held_until IS NULL) OR holder IS NULL)
);
CREATE INDEX contact_service ON contact (service, made, id);
CREATE INDEX contact_ends ON contact (ends);
CREATE INDEX contact_holder ON contact (holder) WHERE holder IS NOT NULL;

-- The numbers of a card, in its order.
CREATE TABLE contact_tag (
  contact  bytea NOT NULL REFERENCES contact ON DELETE CASCADE,
  place    smallint NOT NULL CHECK (place BETWEEN 0 AND 9),
  -- For "already contacted".
  tag      bytea NOT NULL CHECK (length(tag) = 32),
  -- For opt-outs.
  stop     bytea NOT NULL CHECK (length(stop) = 32),
  textable boolean NOT NULL,
  PRIMARY KEY (contact, place)
);
CREATE INDEX contact_tag_tag ON contact_tag (tag);
CREATE INDEX contact_tag_stop ON contact_tag (stop);

-- That somebody of this installation began contact; 13 months.
CREATE TABLE begun (
  id      bytea PRIMARY KEY CHECK (length(id) = 16),
  tag     bytea NOT NULL CHECK (length(tag) = 32),
  service text NOT NULL,
  at      timestamptz NOT NULL,
  what    text NOT NULL CHECK (what IN ('first', 'reminder', 'call'))
);
CREATE INDEX begun_tag ON begun (tag, at);
CREATE INDEX begun_at ON begun (at);

-- When a number last wrote, and when it last went to somebody else; 13 months.
CREATE TABLE heard (
  tag     bytea PRIMARY KEY CHECK (length(tag) = 32),
  word    timestamptz,
  changed timestamptz,
  CHECK (word IS NOT NULL OR changed IS NOT NULL)
);

-- Who is written to no more, by one service or ('') by all. Outlives cards and everything else; undone only by the person.
CREATE TABLE opt_out (
  stop    bytea NOT NULL CHECK (length(stop) = 32),
  service text NOT NULL,
  since   timestamptz NOT NULL,
  source  text NOT NULL CHECK (source IN ('word', 'worker', 'provider')),
  PRIMARY KEY (stop, service)
);

-- What goes to and fro between a service and one number.
CREATE TABLE thread (
  id         bytea PRIMARY KEY CHECK (length(id) = 16),
  service    text NOT NULL REFERENCES service ON DELETE CASCADE,
  thread     bytea NOT NULL CHECK (length(thread) = 32),
  tag        bytea NOT NULL CHECK (length(tag) = 32),
  stop       bytea NOT NULL CHECK (length(stop) = 32),
  -- Of the card or of what was sent; null, not known.
  language   text CHECK (language ~ '^[a-z]{2}$'),
  -- When they wrote last, when we did, and when we answered by ourselves.
  word       timestamptz,
  written    timestamptz,
  automatic  timestamptz,
  waits      boolean NOT NULL,
  holder     bytea REFERENCES staff ON DELETE SET NULL,
  held_until timestamptz,
  -- 90 days after the last message.
  ends       timestamptz NOT NULL,
  UNIQUE (service, thread)
);
CREATE INDEX thread_ends ON thread (ends);
CREATE INDEX thread_tag ON thread (tag);

-- One message, sealed to the devices of the service; 30 days.
CREATE TABLE message (
  id       bytea PRIMARY KEY CHECK (length(id) = 16),
  thread   bytea NOT NULL REFERENCES thread ON DELETE CASCADE,
  inward   boolean NOT NULL,
  at       timestamptz NOT NULL,
  file     bytea NOT NULL CHECK (length(file) BETWEEN 200 AND 24576),
  staff    bytea REFERENCES staff ON DELETE SET NULL,
  occasion text CHECK (occasion IN ('first', 'reminder', 'answer', 'automatic', 'opt-out', 'undo')),
  state    text NOT NULL CHECK (state IN ('received', 'queued', 'sent', 'delivered', 'failed', 'perhaps', 'stopped', 'again')),
  ends     timestamptz NOT NULL,
  CHECK (inward = (occasion IS NULL)),
  CHECK (inward = (state = 'received'))
);
CREATE INDEX message_thread ON message (thread, at);
CREATE INDEX message_ends ON message (ends);

-- What was told to us once already, by a tag of the provider's own name for it; 7 days.
CREATE TABLE told (
  id bytea PRIMARY KEY CHECK (length(id) = 32),
  at timestamptz NOT NULL
);
CREATE INDEX told_at ON told (at);

-- Processes of the role channels that hold a key in memory, while they live.
CREATE TABLE sealing_process (
  id    bytea PRIMARY KEY CHECK (length(id) = 16),
  until timestamptz NOT NULL
);

-- Texts to people that wait to be sent. Number and text are sealed under a key that only one process has, in memory.
CREATE TABLE release (
  id        bytea PRIMARY KEY REFERENCES message ON DELETE CASCADE,
  service   text NOT NULL,
  process   bytea NOT NULL CHECK (length(process) = 16),
  sealed    bytea CHECK (length(sealed) BETWEEN 29 AND 4096),
  tag       bytea NOT NULL CHECK (length(tag) = 32),
  stop      bytea NOT NULL CHECK (length(stop) = 32),
  occasion  text NOT NULL CHECK (occasion IN ('first', 'reminder', 'answer', 'automatic', 'opt-out', 'undo')),
  -- When they wrote what this answers.
  answers   timestamptz,
  windows   smallint[] NOT NULL CHECK (cardinality(windows) <= 200 AND cardinality(windows) % 2 = 0),
  state     text NOT NULL CHECK (state IN ('queued', 'claimed', 'accepted', 'failed', 'perhaps', 'dropped')),
  doubt     boolean NOT NULL DEFAULT false,
  next      timestamptz NOT NULL,
  until     timestamptz NOT NULL,
  claim     integer NOT NULL DEFAULT 0,
  tries     integer NOT NULL DEFAULT 0,
  made      timestamptz NOT NULL,
  ended     timestamptz,
  -- A tag of what the provider calls it.
  provider  bytea CHECK (length(provider) = 32)
);
CREATE INDEX release_due ON release (next) WHERE state IN ('queued', 'claimed');
CREATE INDEX release_ended ON release (ended) WHERE ended IS NOT NULL;
CREATE INDEX release_provider ON release (provider) WHERE provider IS NOT NULL;

-- Codes by which somebody proves that a text was ours; 14 days, five tries.
CREATE TABLE proof (
  tag     bytea PRIMARY KEY CHECK (length(tag) = 32),
  service text NOT NULL REFERENCES service ON DELETE CASCADE,
  -- Null until the text was released.
  day     date,
  until   timestamptz NOT NULL,
  tries   integer NOT NULL DEFAULT 0
);
CREATE INDEX proof_until ON proof (until);

-- A list of cards that somebody proposed to write to, and somebody else approved.
CREATE TABLE campaign (
  id       bytea PRIMARY KEY CHECK (length(id) = 16),
  service  text NOT NULL REFERENCES service ON DELETE CASCADE,
  by_staff bytea REFERENCES staff ON DELETE SET NULL,
  approved bytea REFERENCES staff ON DELETE SET NULL,
  at       timestamptz NOT NULL,
  state    text NOT NULL CHECK (state IN ('proposed', 'approved', 'stopped')),
  ends     timestamptz NOT NULL,
  CHECK (approved IS NULL OR approved <> by_staff)
);
CREATE TABLE campaign_card (
  campaign bytea NOT NULL REFERENCES campaign ON DELETE CASCADE,
  contact  bytea NOT NULL REFERENCES contact ON DELETE CASCADE,
  state    text NOT NULL CHECK (state IN ('open', 'sent', 'refused')),
  PRIMARY KEY (campaign, contact)
);
CREATE INDEX campaign_service ON campaign (service, at);
CREATE INDEX campaign_card_contact ON campaign_card (contact);
