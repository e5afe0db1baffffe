-- How many texts came that wait for somebody's answer, ever: whoever answers says how many they had read, so that one that came
-- meanwhile waits on. And the newest answer while it is known not to have arrived, or nobody knows: they wait for that, too.
ALTER TABLE thread ADD COLUMN words integer NOT NULL DEFAULT 0;
ALTER TABLE thread ADD COLUMN unanswered bytea CHECK (length(unanswered) = 16);
