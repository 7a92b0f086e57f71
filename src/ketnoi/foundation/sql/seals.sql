-- Seals of the trail: which heads were put under which root, and who was given it. Only added to.
CREATE TABLE IF NOT EXISTS kn.trail_seal (
  number integer PRIMARY KEY,
  at timestamptz NOT NULL,
  horizon timestamptz NOT NULL,
  chains integer NOT NULL,
  lines bigint NOT NULL,
  leaves integer NOT NULL,
  root bytea NOT NULL,
  prev bytea NOT NULL,
  key bytea NOT NULL,
  signature bytea NOT NULL,
  hash bytea NOT NULL
);
CREATE TABLE IF NOT EXISTS kn.trail_leaf (
  seal integer NOT NULL REFERENCES kn.trail_seal,
  chain uuid NOT NULL,
  seq integer NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (chain, seq)
);
CREATE INDEX IF NOT EXISTS trail_leaf_of_seal ON kn.trail_leaf (seal);
CREATE TABLE IF NOT EXISTS kn.trail_handed (
  receiver uuid NOT NULL,
  seal integer NOT NULL REFERENCES kn.trail_seal,
  at timestamptz NOT NULL,
  PRIMARY KEY (receiver, seal)
);
-- How far each chain is sealed: what the sealer asks each minute. verify() does not believe it.
CREATE TABLE IF NOT EXISTS kn.trail_sealed (chain uuid PRIMARY KEY, seq integer NOT NULL);

CREATE OR REPLACE FUNCTION kn.only_added() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE insufficient_privilege USING MESSAGE = 'seals are only added';
END $$;
DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['trail_seal', 'trail_leaf', 'trail_handed'] LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS only_added ON kn.%I', kept);
    EXECUTE format('CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON kn.%I
      FOR EACH STATEMENT EXECUTE FUNCTION kn.only_added()', kept);
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION kn.trail_only_system() RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF kn.role() IS DISTINCT FROM 'system' THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the system seals';
  END IF;
END $$;

-- Every line of an earlier moment is committed or will never be. A session shows a moment late that
-- it began, hence the second. Sessions of other roles do not show it: their transactions are taken
-- to end within ten minutes.
CREATE OR REPLACE FUNCTION kn.trail_horizon() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
  SELECT least(clock_timestamp() - interval '1 second', min(xact_start),
               CASE WHEN count(*) FILTER (WHERE usename <> current_user) > 0
                    THEN clock_timestamp() - interval '10 minutes' END)
         + (SELECT shift FROM kn.clock)
    FROM pg_stat_activity
   WHERE datname = current_database() AND backend_type = 'client backend'
     AND pid <> pg_backend_pid()
$$;

-- One statement, one snapshot: the committed heads of the chains that moved.
CREATE OR REPLACE FUNCTION kn.trail_to_seal(most integer)
RETURNS TABLE (chain uuid, seq integer, hash bytea, was integer) LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM kn.trail_only_system();
  RETURN QUERY SELECT h.chain, h.seq, h.hash, coalesce(s.seq, 0)
    FROM kn.trail_head h LEFT JOIN kn.trail_sealed s USING (chain)
   WHERE h.seq > coalesce(s.seq, 0) LIMIT most;
END $$;
REVOKE ALL ON FUNCTION kn.trail_to_seal FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.trail_to_seal TO ketnoi_app;

CREATE OR REPLACE FUNCTION kn.trail_keep_seal(
  number integer, at timestamptz, horizon timestamptz, chains integer, lines bigint, leaves integer,
  root bytea, prev bytea, key bytea, signature bytea, hash bytea,
  of_chains uuid[], of_seqs integer[], of_hashes bytea[]
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM kn.trail_only_system();
  INSERT INTO kn.trail_seal
    VALUES (number, at, horizon, chains, lines, leaves, root, prev, key, signature, hash);
  INSERT INTO kn.trail_leaf SELECT number, * FROM unnest(of_chains, of_seqs, of_hashes);
  INSERT INTO kn.trail_sealed SELECT * FROM unnest(of_chains, of_seqs)
    ON CONFLICT ON CONSTRAINT trail_sealed_pkey DO UPDATE SET seq = excluded.seq;
END $$;
REVOKE ALL ON FUNCTION kn.trail_keep_seal FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.trail_keep_seal TO ketnoi_app;

-- Seals say nothing about anybody: whoever is here may read, print and keep them.
CREATE OR REPLACE FUNCTION kn.trail_seals(before integer, most integer)
RETURNS SETOF kn.trail_seal LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT * FROM kn.trail_seal WHERE number < before ORDER BY number DESC LIMIT most
$$;
REVOKE ALL ON FUNCTION kn.trail_seals FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.trail_seals TO ketnoi_app;

CREATE OR REPLACE FUNCTION kn.trail_note_handed(receiver uuid, seal integer)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM kn.trail_only_system();
  INSERT INTO kn.trail_handed VALUES (receiver, seal, kn.now()) ON CONFLICT DO NOTHING;
END $$;
REVOKE ALL ON FUNCTION kn.trail_note_handed FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.trail_note_handed TO ketnoi_app;

CREATE OR REPLACE FUNCTION kn.trail_last_handed()
RETURNS TABLE (receiver uuid, seal integer) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT h.receiver, max(h.seal) FROM kn.trail_handed h GROUP BY h.receiver
$$;
REVOKE ALL ON FUNCTION kn.trail_last_handed FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.trail_last_handed TO ketnoi_app;
