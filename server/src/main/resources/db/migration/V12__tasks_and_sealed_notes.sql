-- Who had the last turn of a kind of task; empty: nobody yet.
CREATE TABLE task_turn (
  service text NOT NULL REFERENCES service ON DELETE CASCADE,
  kind    text NOT NULL CHECK (kind ~ '^[a-z0-9-]{1,64}$'),
  last    text NOT NULL CHECK (length(last) <= 64),
  PRIMARY KEY (service, kind)
);

-- Something that staff have to do by a certain time. Nothing in it is about a visitor.
CREATE TABLE task (
  id        bytea PRIMARY KEY CHECK (length(id) = 16),
  service   text NOT NULL,
  kind      text NOT NULL,
  -- 'tell': the other offices are told of the task in "about".
  purpose   text NOT NULL CHECK (purpose IN ('act', 'tell')),
  about     bytea REFERENCES task ON DELETE SET NULL,
  -- Empty: the service itself.
  office    text NOT NULL CHECK (length(office) <= 64),
  -- [{"office", "reason"}]
  skipped   jsonb NOT NULL CHECK (length(skipped::text) <= 4096),
  raised_by bytea NOT NULL REFERENCES staff,
  raised    timestamptz NOT NULL,
  due       timestamptz NOT NULL,
  -- Who has it, or did it; null: open.
  holder    bytea REFERENCES staff,
  done      timestamptz,
  -- When one that is done is no longer shown.
  ends      timestamptz,
  CHECK ((done IS NULL) = (ends IS NULL)),
  CHECK (done IS NULL OR holder IS NOT NULL),
  FOREIGN KEY (service, kind) REFERENCES task_turn ON DELETE CASCADE
);
CREATE INDEX task_kind ON task (service, kind, done);
CREATE INDEX task_ends ON task (ends) WHERE ends IS NOT NULL;
CREATE INDEX task_about ON task (about) WHERE about IS NOT NULL;

-- What a task is about: an age file for devices of the service.
CREATE TABLE task_detail (
  task    bytea PRIMARY KEY REFERENCES task ON DELETE CASCADE,
  file    bytea NOT NULL CHECK (length(file) BETWEEN 1 AND 24576),
  devices bytea[] NOT NULL CHECK (cardinality(devices) BETWEEN 1 AND 9)
);

-- A short text that staff keep, sealed to devices of the service: that somebody wrote on a profile of another site, or by what somebody can
-- be recognised who comes back without a phrase.
CREATE TABLE sealed_note (
  id      bytea PRIMARY KEY CHECK (length(id) = 16),
  service text NOT NULL REFERENCES service ON DELETE CASCADE,
  kind    text NOT NULL CHECK (kind IN ('profile', 'comment')),
  file    bytea NOT NULL CHECK (length(file) BETWEEN 1 AND 24576),
  devices bytea[] NOT NULL CHECK (cardinality(devices) BETWEEN 1 AND 9),
  -- SHA-256 (base64url) of the capability of the visit it was written in; whoever has that can delete it. Null: no visit.
  eraser  text CHECK (length(eraser) = 43),
  -- Who sees to it; null: nobody.
  holder  bytea REFERENCES staff,
  done    boolean NOT NULL,
  at      timestamptz NOT NULL,
  ends    timestamptz NOT NULL CHECK (ends <= at + interval '30 days')
);
CREATE INDEX sealed_note_service ON sealed_note (service, kind, at);
CREATE INDEX sealed_note_eraser ON sealed_note (eraser) WHERE eraser IS NOT NULL;
CREATE INDEX sealed_note_ends ON sealed_note (ends);
