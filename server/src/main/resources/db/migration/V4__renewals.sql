-- A renewal stands among the rosters, under a version of its own, and names the roster whose devices it renews.
ALTER TABLE roster ADD COLUMN renews bigint REFERENCES roster (version);

-- What single devices have signed for the next version, until devices of two persons have signed the same.
CREATE TABLE renewal_wish (
  version  bigint NOT NULL CHECK (version >= 2),
  -- Device id as the signature names it.
  device   text NOT NULL CHECK (length(device) = 22),
  document text NOT NULL CHECK (length(document) <= 16384),
  PRIMARY KEY (version, device)
);
