-- How much happened at a service on a day, local to Norway: counters, and nothing finer than a day.
CREATE TABLE service_count (
  service text NOT NULL CHECK (service ~ '^[a-z0-9-]{1,64}$'),
  day     date NOT NULL,
  what    text NOT NULL CHECK (what IN ('under-5', '5-to-15', 'over-15', 'unanswered', 'letters')),
  number  bigint NOT NULL CHECK (number >= 1),
  PRIMARY KEY (service, day, what)
);
