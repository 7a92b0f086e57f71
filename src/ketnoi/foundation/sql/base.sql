-- The schema `kn`: what policies ask, the clock, and the one writer of the trail.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ketnoi_app') THEN
    CREATE ROLE ketnoi_app NOLOGIN;
  END IF;
END $$;

-- Once for each database: later operations take grants away, and this must not give them back.
DO $$ BEGIN
  IF to_regnamespace('kn') IS NULL THEN
    CREATE SCHEMA kn;
    GRANT USAGE ON SCHEMA kn, public TO ketnoi_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public
      GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ketnoi_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ketnoi_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ketnoi_app;
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ketnoi_app;
  END IF;
END $$;

-- The two padded halves of the HMAC keys with which the program signs who acts: one, or two while
-- that key is being changed. Owner only; never in a dump: after each migration the program writes
-- them again from its key file.
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('kn.context_key')
              AND attname = 'sole' AND NOT attisdropped) THEN
    DROP TABLE kn.context_key;
  END IF;
END $$;
CREATE TABLE IF NOT EXISTS kn.context_key (
  id bytea PRIMARY KEY,
  inner_pad bytea NOT NULL,
  outer_pad bytea NOT NULL
);
REVOKE ALL ON kn.context_key FROM PUBLIC;

-- Who acts, if the program signed it for this connection a moment before the transaction: whoever
-- can only send SQL cannot say that he is somebody else. NULL otherwise, and then no row is seen.
-- The settings are local to a transaction; after one they read '' and not NULL. It is plpgsql because
-- that keeps its plan from one query to the next, and every query asks it.
CREATE OR REPLACE FUNCTION kn.told() RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER
PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (SELECT CASE
    WHEN split_part(t.told, '|', 5) = pg_backend_pid()::text
    THEN CASE
      WHEN to_timestamp(split_part(t.told, '|', 6)::bigint) > now() - interval '5 minutes'
      THEN t.told END
    END
  FROM kn.context_key k,
       (SELECT current_setting('kn.told', true), current_setting('kn.signed', true))
         AS t (told, signed)
  WHERE encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(t.told, 'UTF8'))), 'hex')
        = t.signed
  LIMIT 1);
END $$;
REVOKE ALL ON FUNCTION kn.told() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.told() TO ketnoi_app;

CREATE OR REPLACE FUNCTION kn.member() RETURNS uuid LANGUAGE sql STABLE PARALLEL RESTRICTED AS
  $$ SELECT nullif(split_part(kn.told(), '|', 1), '')::uuid $$;
CREATE OR REPLACE FUNCTION kn.agency() RETURNS uuid LANGUAGE sql STABLE PARALLEL RESTRICTED AS
  $$ SELECT nullif(split_part(kn.told(), '|', 2), '')::uuid $$;
CREATE OR REPLACE FUNCTION kn.files() RETURNS uuid LANGUAGE sql STABLE PARALLEL RESTRICTED AS
  $$ SELECT nullif(split_part(kn.told(), '|', 3), '')::uuid $$;
CREATE OR REPLACE FUNCTION kn.role() RETURNS text LANGUAGE sql STABLE PARALLEL RESTRICTED AS
  $$ SELECT nullif(split_part(kn.told(), '|', 4), '') $$;

-- The link a guest came by: its id and never its secret. Where it leads, and whether it still leads
-- there, is written by the domain that keeps links.
CREATE OR REPLACE FUNCTION kn.link() RETURNS uuid LANGUAGE sql STABLE PARALLEL RESTRICTED AS
  $$ SELECT nullif(split_part(kn.told(), '|', 7), '')::uuid $$;
DO $$ BEGIN
  IF to_regprocedure('kn.led_to()') IS NULL THEN
    CREATE FUNCTION kn.led_to() RETURNS uuid LANGUAGE sql STABLE AS $f$ SELECT NULL::uuid $f$;
  END IF;
END $$;

-- One clock for policies and pages. A demo may live on another day; the owner moves it.
CREATE TABLE IF NOT EXISTS kn.clock (
  sole boolean PRIMARY KEY DEFAULT true CHECK (sole),
  shift interval NOT NULL DEFAULT '0'
);
INSERT INTO kn.clock DEFAULT VALUES ON CONFLICT DO NOTHING;
GRANT SELECT ON kn.clock TO ketnoi_app;
CREATE OR REPLACE FUNCTION kn.now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT now() + (SELECT shift FROM kn.clock) $$;

-- Which files are opened to whoever acts. The domain that keeps files writes the real ones.
DO $$ BEGIN
  IF to_regclass('kn.opened') IS NULL THEN
    CREATE VIEW kn.opened WITH (security_barrier) AS SELECT NULL::uuid AS file WHERE false;
  END IF;
END $$;
GRANT SELECT ON kn.opened TO ketnoi_app;

-- What is hidden from whoever acts. The domain that hides files writes the real one (hiding.sql).
DO $$ BEGIN
  IF to_regprocedure('kn.hidden()') IS NULL THEN
    CREATE FUNCTION kn.hidden() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER
      SET search_path = pg_catalog, pg_temp AS 'SELECT ''{}''::uuid[]';
  END IF;
END $$;
REVOKE ALL ON FUNCTION kn.hidden() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.hidden() TO ketnoi_app;

-- Which migrations have run is the owner's business.
DO $$ BEGIN
  IF to_regclass('public.django_migrations') IS NOT NULL THEN
    REVOKE INSERT, UPDATE, DELETE ON public.django_migrations FROM ketnoi_app;
  END IF;
END $$;
