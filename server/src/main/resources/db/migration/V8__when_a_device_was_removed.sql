-- When a device was taken out of the list: a sign-in from before then makes no passkey for its person.
ALTER TABLE device ADD COLUMN removed timestamptz;
UPDATE device SET removed = now() WHERE state = 'revoked';
