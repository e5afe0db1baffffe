-- That somebody said yes to be written to first over a provider that asks for it, such as WhatsApp: on which day, how, and who noted it.
-- It belongs to a card and goes with it; null, nobody said so.
ALTER TABLE contact ADD COLUMN consent_day date;
ALTER TABLE contact ADD COLUMN consent_how text CHECK (consent_how IN ('told', 'wrote', 'form'));
ALTER TABLE contact ADD COLUMN consent_by bytea REFERENCES staff ON DELETE SET NULL;
ALTER TABLE contact ADD CONSTRAINT contact_consent_check CHECK ((consent_day IS NULL) = (consent_how IS NULL));

-- The card that a code was drafted for, until a text with it is released: one draft a card, the newest.
ALTER TABLE proof ADD COLUMN card bytea REFERENCES contact ON DELETE CASCADE;
CREATE UNIQUE INDEX proof_draft ON proof (card) WHERE day IS NULL;
