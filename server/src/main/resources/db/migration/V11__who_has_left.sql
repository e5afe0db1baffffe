-- Since when somebody of staff is gone. The row stays: devices and the journal name it.
ALTER TABLE staff ADD COLUMN gone timestamptz;
