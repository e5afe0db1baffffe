-- What brings a device key back when its browser is lost, sealed by that browser to a passkey or a printed kit
-- (docs/protocol/sealed.md, section 18). The server can open none of it.
CREATE TABLE device_spare (
  device bytea NOT NULL REFERENCES device ON DELETE CASCADE,
  method text NOT NULL CHECK (method IN ('passkey', 'kit')),
  sealed bytea NOT NULL CHECK (length(sealed) = 96),
  kept   timestamptz NOT NULL,
  -- Times it was handed out in the hour that began then.
  handed integer NOT NULL DEFAULT 0 CHECK (handed BETWEEN 0 AND 10),
  since  timestamptz NOT NULL,
  PRIMARY KEY (device, method)
);
