-- Rounds that were told and taken out again, because they were wrong: what they counted is gone, and the phone's id is not told anew.
-- Gone 14 days after the round's day, when nothing is told of that day any more.
CREATE TABLE struck_round (
  id      bytea PRIMARY KEY CHECK (length(id) = 16),
  service text NOT NULL REFERENCES service ON DELETE CASCADE,
  -- Local to Norway.
  day     date NOT NULL
);
CREATE INDEX struck_round_day ON struck_round (service, day);
