-- Where a date of a plan's rule is held: elsewhere when it was moved; where it was when it is left out.
CREATE FUNCTION held_on(exceptions jsonb, day date) RETURNS date IMMUTABLE LANGUAGE sql AS
  $$ SELECT coalesce((exceptions -> day::text ->> 'day')::date, day) $$;
