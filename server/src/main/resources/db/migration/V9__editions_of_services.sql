-- What coordinators write: every published edition of a service, and what waits to be published.

-- Added, never changed; only those that 20 newer ones follow are removed.
CREATE TABLE service_edition (
  service   text NOT NULL REFERENCES service,
  number    bigint NOT NULL CHECK (number >= 1),
  settings  jsonb NOT NULL CHECK (settings ->> 'id' = service AND length(settings::text) <= 262144),
  -- Who published it; null from the command line.
  staff     bytea CHECK (length(staff) = 16),
  published timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (service, number)
);

CREATE FUNCTION editions_are_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR OLD.number > (SELECT max(number) FROM service_edition WHERE service = OLD.service) - 20 THEN
    RAISE EXCEPTION 'editions of a service are added, never changed';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER editions_are_never_changed BEFORE UPDATE OR DELETE ON service_edition
  FOR EACH ROW EXECUTE FUNCTION editions_are_never_changed();

INSERT INTO service_edition (service, number, settings) SELECT id, 1, settings FROM service;

-- At most one of a service. It may be unfinished, and the service may be new.
CREATE TABLE service_draft (
  service  text PRIMARY KEY CHECK (service ~ '^[a-z0-9-]{1,64}$'),
  settings jsonb NOT NULL CHECK (settings ->> 'id' = service AND length(settings::text) <= 131072),
  -- The edition it was begun from; 0, none.
  base     bigint NOT NULL CHECK (base >= 0),
  -- Counts how often it was saved, so that two who write at once notice.
  revision bigint NOT NULL CHECK (revision >= 1),
  staff    bytea NOT NULL REFERENCES staff ON DELETE CASCADE,
  changed  timestamptz NOT NULL
);
