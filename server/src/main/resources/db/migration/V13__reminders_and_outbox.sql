-- Where somebody of staff is reminded. The number is sealed under a key that no store and no backup holds; nobody but the role "channels"
-- can read it.
CREATE TABLE reminder (
  staff      bytea PRIMARY KEY REFERENCES staff ON DELETE CASCADE,
  number     bytea NOT NULL CHECK (length(number) BETWEEN 29 AND 80),
  -- Null: not proven yet.
  confirmed  timestamptz,
  shifts     boolean NOT NULL,
  offers     boolean NOT NULL,
  -- A tag of the code that was sent, under the same role's other key.
  code       bytea CHECK (length(code) = 32),
  code_until timestamptz,
  code_tries integer NOT NULL,
  CHECK ((code IS NULL) = (code_until IS NULL))
);

-- Texts to staff that wait to be sent, and what became of them. Neither numbers nor, but for a code, texts: those are made when they go out.
CREATE TABLE outbox (
  id     bytea PRIMARY KEY CHECK (length(id) = 16),
  staff  bytea NOT NULL REFERENCES staff ON DELETE CASCADE,
  kind   text NOT NULL CHECK (kind IN ('code', 'shift', 'change', 'offer')),
  -- The same for nothing else of this person: nobody is told twice.
  about  text NOT NULL CHECK (length(about) <= 80),
  -- A code, sealed as the number is.
  text   bytea CHECK (length(text) BETWEEN 29 AND 2048),
  starts timestamptz,
  state  text NOT NULL CHECK (state IN ('queued', 'claimed', 'accepted', 'failed', 'perhaps', 'dropped')),
  -- It was handed over, and no answer is known.
  doubt  boolean NOT NULL DEFAULT false,
  -- When it is due; of a claimed one, when the claim runs out.
  next   timestamptz NOT NULL,
  until  timestamptz NOT NULL,
  claim  integer NOT NULL DEFAULT 0,
  tries  integer NOT NULL DEFAULT 0,
  made   timestamptz NOT NULL,
  ended  timestamptz,
  UNIQUE (staff, about)
);
CREATE INDEX outbox_due ON outbox (next) WHERE state IN ('queued', 'claimed');
CREATE INDEX outbox_ended ON outbox (ended) WHERE ended IS NOT NULL;

-- What others changed in somebody's shifts, until they have seen it.
CREATE TABLE seat_news (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  staff   bytea NOT NULL REFERENCES staff ON DELETE CASCADE,
  what    text NOT NULL CHECK (what IN ('removed', 'replaced', 'restricted', 'moved', 'taken-over', 'swapped', 'declined', 'unasked')),
  service text NOT NULL,
  day     date NOT NULL,
  -- A text about it is queued.
  told    boolean NOT NULL DEFAULT false
);
CREATE INDEX seat_news_staff ON seat_news (staff, day);
CREATE INDEX seat_news_untold ON seat_news (staff) WHERE NOT told;
