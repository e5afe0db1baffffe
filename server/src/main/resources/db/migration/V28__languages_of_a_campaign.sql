-- The languages whose texts were read when a campaign was approved; its digest is of these. Cards with another language get nothing of it.
-- What was approved before is read once more.
ALTER TABLE campaign ADD COLUMN languages text[];
UPDATE campaign SET state = 'proposed', approved = NULL, texts = NULL WHERE state = 'approved';
