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

-- The settings are local to a transaction; after one they read '' and not NULL.
CREATE OR REPLACE FUNCTION kn.member() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('kn.member', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION kn.agency() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('kn.agency', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION kn.files() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('kn.files', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION kn.role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('kn.role', true), '') $$;

-- One clock for policies and pages. A demo may live on another day; the owner moves it.
CREATE TABLE IF NOT EXISTS kn.clock (
  sole boolean PRIMARY KEY DEFAULT true CHECK (sole),
  shift interval NOT NULL DEFAULT '0'
);
INSERT INTO kn.clock DEFAULT VALUES ON CONFLICT DO NOTHING;
GRANT SELECT ON kn.clock TO ketnoi_app;
CREATE OR REPLACE FUNCTION kn.now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT now() + (SELECT shift FROM kn.clock) $$;

-- Which files are opened to whoever acts. The domain that keeps files writes the real one.
DO $$ BEGIN
  IF to_regprocedure('kn.opened_files()') IS NULL THEN
    CREATE FUNCTION kn.opened_files() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path = pg_catalog, public, pg_temp AS 'SELECT NULL::uuid WHERE false';
  END IF;
END $$;
REVOKE ALL ON FUNCTION kn.opened_files() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.opened_files() TO ketnoi_app;

-- Which migrations have run is the owner's business.
DO $$ BEGIN
  IF to_regclass('public.django_migrations') IS NOT NULL THEN
    REVOKE INSERT, UPDATE, DELETE ON public.django_migrations FROM ketnoi_app;
  END IF;
END $$;
