-- The text because of which a campaign writes to a card no more: where that never left, it does.
ALTER TABLE campaign_card ADD COLUMN release bytea CHECK (length(release) = 16);
UPDATE campaign_card k SET release = r.id FROM release r
  WHERE r.card = k.contact AND k.state = 'sent' AND r.state IN ('queued', 'claimed');
CREATE INDEX campaign_card_release ON campaign_card (release) WHERE release IS NOT NULL;
