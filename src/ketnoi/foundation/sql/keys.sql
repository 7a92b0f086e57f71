-- Which generation of each class of keys is in use. It names keys and holds none: those are files.
CREATE TABLE IF NOT EXISTS kn.key_ring (
  sole boolean PRIMARY KEY DEFAULT true CHECK (sole),
  state text NOT NULL DEFAULT ''
);
INSERT INTO kn.key_ring DEFAULT VALUES ON CONFLICT DO NOTHING;
REVOKE ALL ON kn.key_ring FROM ketnoi_app;
GRANT SELECT ON kn.key_ring TO ketnoi_app;
CREATE OR REPLACE FUNCTION kn.key_state() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT state FROM kn.key_ring $$;
