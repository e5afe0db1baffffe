-- That somebody took back their yes to be written to first, by the tag of each number of their cards: a list that says they said so on that
-- day or before brings no yes. Outlives the cards; goes after 13 months, when no yes of that day would be one.
CREATE TABLE withdrawn (
  service text NOT NULL REFERENCES service ON DELETE CASCADE,
  tag     bytea NOT NULL CHECK (length(tag) = 32),
  -- In Oslo.
  day     date NOT NULL,
  PRIMARY KEY (service, tag)
);
CREATE INDEX withdrawn_day ON withdrawn (day);
