-- One chain per file. The head row is the lock that keeps lines of a chain in one order.
CREATE TABLE IF NOT EXISTS kn.trail_head (
  chain uuid PRIMARY KEY,
  seq integer NOT NULL,
  hash bytea NOT NULL
);

CREATE OR REPLACE FUNCTION kn.trail_field(field text) RETURNS bytea LANGUAGE sql IMMUTABLE AS
  $$ SELECT int4send(length(convert_to(field, 'UTF8'))) || convert_to(field, 'UTF8') $$;

-- A line is written in one's own name, in the chain of a file one has to do with.
CREATE OR REPLACE FUNCTION kn.trail_refuse_forgery(
  in_chain uuid, in_actor text, in_agency uuid, in_holder uuid
) RETURNS void LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  acts text := CASE kn.role()
    WHEN 'system' THEN 'system' WHEN 'visitor' THEN 'visitor' WHEN 'guest' THEN 'guest:' || kn.link()::text
    ELSE 'member:' || kn.member()::text END;
  owner uuid;
BEGIN
  IF acts IS NULL OR in_actor <> acts OR in_agency IS DISTINCT FROM kn.agency() THEN
    RAISE insufficient_privilege USING MESSAGE = 'a line is written in one''s own name';
  END IF;
  -- Each action leaves a line: what is hidden from somebody, he does nothing in.
  IF in_chain = ANY (kn.hidden()) THEN
    RAISE insufficient_privilege USING MESSAGE = 'a line is written where one takes part';
  END IF;
  IF kn.role() IN ('system', 'coordinator') OR in_holder IS NOT DISTINCT FROM kn.agency() THEN
    NULL;
  ELSIF NOT kn.is_known_file(in_chain) THEN
    RAISE insufficient_privilege USING MESSAGE = 'a line is written where one takes part';
  END IF;
  SELECT holder INTO owner FROM kn_trail WHERE chain = in_chain AND seq = 1;
  IF FOUND AND owner IS DISTINCT FROM in_holder THEN
    RAISE insufficient_privilege USING MESSAGE = 'a chain has one holder';
  END IF;
END $$;
REVOKE ALL ON FUNCTION kn.trail_refuse_forgery FROM PUBLIC;

CREATE OR REPLACE FUNCTION kn.trail_append(
  in_chain uuid, in_actor text, in_agency uuid, in_holder uuid, in_verb text, in_about text,
  in_facts text, in_shared boolean
) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  was bytea; line integer; stamp timestamptz := kn.now(); plain jsonb := in_facts::jsonb; made bytea;
BEGIN
  PERFORM kn.trail_refuse_forgery(in_chain, in_actor, in_agency, in_holder);
  INSERT INTO kn.trail_head VALUES (in_chain, 0, decode(repeat('00', 32), 'hex'))
    ON CONFLICT DO NOTHING;
  SELECT seq + 1, hash INTO line, was FROM kn.trail_head WHERE chain = in_chain FOR UPDATE;
  made := sha256(was || kn.trail_field(in_chain::text) || kn.trail_field(line::text)
    || kn.trail_field(to_char(stamp AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'))
    || kn.trail_field(in_actor) || kn.trail_field(coalesce(in_agency::text, ''))
    || kn.trail_field(coalesce(in_holder::text, '')) || kn.trail_field(in_verb)
    || kn.trail_field(in_about) || kn.trail_field(plain::text) || kn.trail_field(in_shared::text));
  INSERT INTO kn_trail (chain, seq, at, actor, agency, holder, verb, about, facts, shared, prev, hash)
    VALUES (in_chain, line, stamp, in_actor, in_agency, in_holder, in_verb, in_about, plain,
            in_shared, was, made);
  UPDATE kn.trail_head SET seq = line, hash = made WHERE chain = in_chain;
  RETURN line;
END $$;
REVOKE ALL ON FUNCTION kn.trail_append FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.trail_append TO ketnoi_app;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON kn_trail FROM ketnoi_app;

-- The owner of the tables writes through the function and verifies: forced row security binds it too.
DROP POLICY IF EXISTS kn_owner ON kn_trail;
DO $$ BEGIN
  EXECUTE format('CREATE POLICY kn_owner ON kn_trail FOR ALL TO %I USING (true)', current_user);
END $$;
