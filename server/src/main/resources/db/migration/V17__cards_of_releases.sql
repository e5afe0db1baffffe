-- What we begin belongs to a card, and perhaps to a campaign: what ends with either is dropped by name, and nothing else.
ALTER TABLE release ADD COLUMN card bytea CHECK (length(card) = 16);
ALTER TABLE release ADD COLUMN campaign bytea CHECK (length(campaign) = 16);
CREATE INDEX release_card ON release (card) WHERE state IN ('queued', 'claimed');
CREATE INDEX release_campaign ON release (campaign) WHERE state IN ('queued', 'claimed');

-- SHA-256 of the texts that somebody approved, with a placeholder for the code; null until then.
ALTER TABLE campaign ADD COLUMN texts bytea CHECK (length(texts) = 32);
