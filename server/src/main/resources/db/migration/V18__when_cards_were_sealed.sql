-- The devices for which both parts of a card are sealed, and since when: keys of mailboxes live for some weeks,
-- cards for months. What is not known is sealed anew.
ALTER TABLE contact DROP CONSTRAINT contact_devices_check;
ALTER TABLE contact ADD CONSTRAINT contact_devices_check CHECK (cardinality(devices) <= 9);
ALTER TABLE contact ADD COLUMN sealed timestamptz NOT NULL DEFAULT '-infinity';
