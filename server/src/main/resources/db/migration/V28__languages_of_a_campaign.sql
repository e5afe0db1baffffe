-- The languages whose texts were read when a campaign was approved; its digest is of these. Cards with another language get nothing of it.
-- What was approved before and is not over is read once more.
ALTER TABLE campaign ADD COLUMN languages text[];
UPDATE campaign SET languages = '{}' WHERE state = 'approved';
UPDATE campaign c SET state = 'proposed', approved = NULL, texts = NULL, languages = NULL
  WHERE state = 'approved' AND EXISTS (SELECT FROM campaign_card k WHERE k.campaign = c.id AND k.state = 'open');
