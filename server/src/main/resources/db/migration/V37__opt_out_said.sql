-- When they said stop last, as far as anybody knows; 1970 where a provider tells only that they did. What they wrote
-- after it is answered though they are stopped.
ALTER TABLE opt_out ADD COLUMN said timestamptz;
UPDATE opt_out SET said = since;
ALTER TABLE opt_out ALTER COLUMN said SET NOT NULL;
