-- Names are found by keyed tags. The tags live in tables that are neither logged nor dumped: what a
-- crash or a restore takes away is made again from the sealed names. The application reads them
-- through one function only, which lets through what row security would let through.
CREATE UNLOGGED TABLE IF NOT EXISTS kn.name_tags (
  person_id uuid PRIMARY KEY,
  holder_id uuid NOT NULL,
  keeper_id uuid NOT NULL,
  tags int[] NOT NULL
);
CREATE INDEX IF NOT EXISTS name_tags_by_tag ON kn.name_tags USING gin (tags)
  WITH (fastupdate = off);

-- Tokens of names outside the list of syllables, sealed; `owner` is a keyed tag of the person.
CREATE UNLOGGED TABLE IF NOT EXISTS kn.rare_tokens (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  owner bigint NOT NULL,
  sealed bytea NOT NULL
);
CREATE INDEX IF NOT EXISTS rare_tokens_by_owner ON kn.rare_tokens (owner);

-- How far the making of tags has come. An empty table says: all of them are still to be made.
CREATE UNLOGGED TABLE IF NOT EXISTS kn.name_index (
  sole boolean PRIMARY KEY DEFAULT true CHECK (sole),
  mark text NOT NULL,
  partitions integer NOT NULL CHECK (partitions > 0),
  total integer NOT NULL,
  done integer NOT NULL DEFAULT 0,
  whole boolean NOT NULL DEFAULT false
);
CREATE UNLOGGED TABLE IF NOT EXISTS kn.name_walk (
  agency uuid PRIMARY KEY,
  after uuid NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON kn.rare_tokens, kn.name_index, kn.name_walk TO ketnoi_app;

-- `near` are all tags that are asked for, `exact` those among them that count twice. The index is
-- asked for fifty of them at a time: asked for all at once it compares each hit with every tag.
CREATE OR REPLACE FUNCTION kn.find_names(near int[], exact int[], most integer)
RETURNS TABLE (person uuid, weight integer) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
SET enable_seqscan = off SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  IF cardinality(near) > 6000 THEN
    RAISE program_limit_exceeded USING MESSAGE = 'too many tags in one search';
  END IF;
  RETURN QUERY
    SELECT DISTINCT found.person_id, found.weighs
      FROM generate_series(1, cardinality(near), 50) AS first, LATERAL (
        SELECT person_id, (
          SELECT count(*) FILTER (WHERE tag = ANY(near)) + count(*) FILTER (WHERE tag = ANY(exact))
            FROM unnest(tags) tag)::integer AS weighs
          FROM kn.name_tags WHERE tags && near[first:first + 49] AND (:visible)) AS found
     ORDER BY found.weighs DESC, found.person_id LIMIT least(most, 300);
END $$;
REVOKE ALL ON FUNCTION kn.find_names FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.find_names TO ketnoi_app;

-- Tags are written by whoever may write the person, and only over tags of such a person.
CREATE OR REPLACE FUNCTION kn.put_names(
  persons uuid[], holders uuid[], keepers uuid[], tags_of text[]
) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  written integer;
BEGIN
  INSERT INTO kn.name_tags AS old
    SELECT given.* FROM (SELECT p AS person_id, h AS holder_id, k AS keeper_id, t::int[] AS tags
      FROM unnest(persons, holders, keepers, tags_of) AS g(p, h, k, t)) AS given
     WHERE (:visible)
    ON CONFLICT (person_id) DO UPDATE
      SET holder_id = excluded.holder_id, keeper_id = excluded.keeper_id, tags = excluded.tags
      WHERE kn.reaches(old.person_id, old.holder_id, old.keeper_id);
  GET DIAGNOSTICS written = ROW_COUNT;
  IF written <> cardinality(persons) THEN
    RAISE insufficient_privilege USING MESSAGE = 'tags are written by whoever keeps the person';
  END IF;
  RETURN written;
END $$;
REVOKE ALL ON FUNCTION kn.put_names FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.put_names TO ketnoi_app;

DROP FUNCTION IF EXISTS kn.reaches(uuid, uuid);
CREATE OR REPLACE FUNCTION kn.reaches(person_id uuid, holder_id uuid, keeper_id uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$ SELECT (:visible) $$;
REVOKE ALL ON FUNCTION kn.reaches FROM PUBLIC;

-- Forgetting either forgets or says that it did not.
CREATE OR REPLACE FUNCTION kn.forget_names(gone uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM kn.name_tags WHERE person_id = gone AND (:visible);
  IF EXISTS (SELECT FROM kn.name_tags WHERE person_id = gone) THEN
    RAISE insufficient_privilege USING MESSAGE = 'tags are forgotten by whoever keeps the person';
  END IF;
END $$;
REVOKE ALL ON FUNCTION kn.forget_names FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.forget_names TO ketnoi_app;

CREATE OR REPLACE FUNCTION kn.names_tagged() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS
  $$ SELECT greatest(reltuples, 0)::bigint FROM pg_class WHERE oid = 'kn.name_tags'::regclass $$;
REVOKE ALL ON FUNCTION kn.names_tagged FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.names_tagged TO ketnoi_app;

-- When each member searched in the last hour: a search box is a way to ask a thing again and again.
CREATE TABLE IF NOT EXISTS kn.searches (
  member uuid PRIMARY KEY,
  times timestamptz[] NOT NULL
);
CREATE OR REPLACE FUNCTION kn.may_search(most integer) RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  lately timestamptz[];
  hour CONSTANT interval := '1 hour';
BEGIN
  IF kn.member() IS NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'members search';
  END IF;
  INSERT INTO kn.searches VALUES (kn.member(), '{}') ON CONFLICT DO NOTHING;
  SELECT ARRAY(SELECT t FROM unnest(times) t WHERE t > kn.now() - hour ORDER BY t) INTO lately
    FROM kn.searches WHERE member = kn.member() FOR UPDATE;
  IF cardinality(lately) >= most THEN
    RETURN lately[cardinality(lately) - most + 1] + hour;
  END IF;
  UPDATE kn.searches SET times = lately || kn.now() WHERE member = kn.member();
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION kn.may_search FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.may_search TO ketnoi_app;
