-- What must outlive a restart: services, people of staff with their keys, and the signed documents visitors verify.
-- Nothing here is about a visitor.

CREATE TABLE service (
  id       text PRIMARY KEY CHECK (id ~ '^[a-z0-9-]{1,64}$'),
  -- The whole document as it is read by havn.service.ServiceText.
  settings jsonb NOT NULL CHECK (settings ->> 'id' = id AND length(settings::text) <= 262144)
);

CREATE TABLE staff (
  id         bytea PRIMARY KEY CHECK (length(id) = 16),
  shown_name text NOT NULL CHECK (length(shown_name) BETWEEN 1 AND 64),
  role       text NOT NULL CHECK (role IN ('coordinator', 'worker', 'volunteer', 'peer', 'mediator', 'partner',
                                           'trainee', 'auditor')),
  services   text[] NOT NULL CHECK (cardinality(services) BETWEEN 1 AND 64),
  created    timestamptz NOT NULL
);

-- Somebody's passkeys (WebAuthn level 3). The public key is the COSE key inside `attested`.
CREATE TABLE passkey (
  credential  bytea PRIMARY KEY CHECK (length(credential) BETWEEN 1 AND 1023),
  staff       bytea NOT NULL REFERENCES staff ON DELETE CASCADE,
  -- Attested credential data as the authenticator wrote it.
  attested    bytea NOT NULL CHECK (length(attested) <= 8192),
  -- Signature counter; 0 when the authenticator keeps none.
  counter     bigint NOT NULL CHECK (counter >= 0),
  may_back_up boolean NOT NULL,
  backed_up   boolean NOT NULL,
  created     timestamptz NOT NULL
);
CREATE INDEX passkey_staff ON passkey (staff);

-- One-time sign-in links: only the fingerprint of the secret (SHA-256, base64url).
CREATE TABLE invite (
  fingerprint text PRIMARY KEY CHECK (length(fingerprint) = 43),
  staff       bytea NOT NULL REFERENCES staff ON DELETE CASCADE,
  expires     timestamptz NOT NULL,
  used        timestamptz
);
CREATE INDEX invite_staff ON invite (staff);

-- Staff browsers. The shown name itself stays in `staff`; visitors get it sealed, with this salt.
CREATE TABLE device (
  id        bytea PRIMARY KEY CHECK (length(id) = 16),
  staff     bytea NOT NULL REFERENCES staff ON DELETE CASCADE,
  ed25519   bytea NOT NULL UNIQUE CHECK (length(ed25519) = 32),
  salt      bytea NOT NULL CHECK (length(salt) = 16),
  -- SHA-256 of salt and shown name.
  name_hash bytea NOT NULL CHECK (length(name_hash) = 32),
  state     text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'rostered', 'revoked')),
  enrolled  timestamptz NOT NULL
);
CREATE INDEX device_staff ON device (staff);

-- Signed documents (docs/protocol/sealed.md, section 2), byte for byte as they were published.
CREATE TABLE root_set (
  version  bigint PRIMARY KEY CHECK (version >= 1),
  document text NOT NULL CHECK (length(document) <= 262144)
);

CREATE TABLE signer (
  number   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  document text NOT NULL CHECK (length(document) <= 262144)
);

CREATE TABLE roster (
  version  bigint PRIMARY KEY CHECK (version >= 1),
  document text NOT NULL CHECK (length(document) <= 262144)
);
