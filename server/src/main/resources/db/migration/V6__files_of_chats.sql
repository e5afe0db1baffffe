-- A file that was sent in a running chat lives as long as the chat, at most 24 hours.
ALTER TABLE sealed_file
  -- Conversation id; not a reference, since conversations are not kept here.
  ADD COLUMN chat bytea CHECK (length(chat) = 16),
  ADD CHECK (chat IS NULL OR (letter IS NULL AND mailbox IS NULL));
CREATE INDEX sealed_file_chat ON sealed_file (chat) INCLUDE (bytes) WHERE chat IS NOT NULL;
