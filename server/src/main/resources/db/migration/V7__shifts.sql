-- Planned shifts of staff: local time, zone and rule, never instants.
CREATE TABLE shift_plan (
  id         bytea PRIMARY KEY CHECK (length(id) = 16),
  service    text NOT NULL REFERENCES service ON DELETE CASCADE,
  -- Empty: all lanes of the service.
  lane       text NOT NULL CHECK (length(lane) <= 64),
  first_day  date NOT NULL,
  last_day   date,
  starts     text NOT NULL CHECK (starts ~ '^[0-2][0-9]:[0-5][0-9]$'),
  ends       text NOT NULL CHECK (ends ~ '^[0-2][0-9]:[0-5][0-9]$'),
  zone       text NOT NULL CHECK (length(zone) BETWEEN 1 AND 64),
  -- RFC 5545, section 3.3.10; empty: on the first day only.
  rule       text NOT NULL CHECK (length(rule) <= 120),
  -- Date → null (left out), or where it went: {"day", "from", "to"}.
  exceptions jsonb NOT NULL CHECK (length(exceptions::text) <= 32768),
  seats      smallint NOT NULL CHECK (seats BETWEEN 1 AND 20),
  roles      text[] NOT NULL CHECK (cardinality(roles) BETWEEN 1 AND 8),
  languages  text[] NOT NULL CHECK (cardinality(languages) <= 12)
);
CREATE INDEX shift_plan_service ON shift_plan (service);

-- Who holds a seat of a plan on one of its dates. Nobody shares a seat, and nobody has two in one place.
CREATE TABLE shift_seat (
  plan        bytea NOT NULL REFERENCES shift_plan ON DELETE CASCADE,
  -- The date of the rule, also when it was moved.
  day         date NOT NULL,
  seat        smallint NOT NULL CHECK (seat BETWEEN 1 AND 20),
  staff       bytea NOT NULL REFERENCES staff ON DELETE CASCADE,
  confirmed   boolean NOT NULL,
  offered     boolean NOT NULL,
  -- The seat that the holder asks for in exchange.
  wanted_plan bytea CHECK (length(wanted_plan) = 16),
  wanted_day  date,
  wanted_seat smallint CHECK (wanted_seat BETWEEN 1 AND 20),
  PRIMARY KEY (plan, day, seat),
  UNIQUE (plan, day, staff)
);
CREATE INDEX shift_seat_staff ON shift_seat (staff, day);
CREATE INDEX shift_seat_day ON shift_seat (day);

-- The secret address under which a person's calendar reads their shifts: only its fingerprint (SHA-256, base64url).
CREATE TABLE shift_feed (
  staff       bytea PRIMARY KEY REFERENCES staff ON DELETE CASCADE,
  fingerprint text NOT NULL UNIQUE CHECK (length(fingerprint) = 43)
);
