-- How many people a pair met on a round outdoors or indoors: a row is a round, never a meeting. Nobody is named, staff neither, and there is
-- no time finer than a day.
CREATE TABLE field_round (
  -- Drawn by the phone on which it was counted, so that what is told twice is kept once.
  id        bytea PRIMARY KEY CHECK (length(id) = 16),
  service   text NOT NULL REFERENCES service,
  -- Local to Norway.
  day       date NOT NULL,
  place     text NOT NULL CHECK (place IN ('street', 'indoor', 'elsewhere')),
  people    integer NOT NULL CHECK (people BETWEEN 0 AND 999),
  first     integer NOT NULL CHECK (first BETWEEN 0 AND people),
  places    integer NOT NULL CHECK (places BETWEEN 0 AND 999 AND (places = 0 OR place = 'indoor')),
  estimated boolean NOT NULL,
  revision  integer NOT NULL CHECK (revision >= 1)
);
CREATE INDEX field_round_day ON field_round (service, day);
