-- Who must not know of a file. What is hidden from whoever acts is one array of ids, asked for once
-- in each query: the file, what was merged with it, its person, and what belongs to the file.
CREATE OR REPLACE FUNCTION kn.kin(named uuid[]) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  named := named
    || ARRAY(SELECT id FROM cases_case WHERE merged_into_id = ANY(named))
    || ARRAY(SELECT merged_into_id FROM cases_case
              WHERE id = ANY(named) AND merged_into_id IS NOT NULL);
  RETURN ARRAY(SELECT id FROM cases_case
    WHERE person_id IN (SELECT person_id FROM cases_case WHERE id = ANY(named)));
END $$;
REVOKE ALL ON FUNCTION kn.kin FROM PUBLIC;

-- A person who serves two agencies is two members: she is blocked as both, and with either agency.
-- So is a program with whoever let it in, who holds its token.
CREATE OR REPLACE FUNCTION kn.selves(who uuid) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  who := coalesce((SELECT made_by_id FROM agencies_programtoken WHERE member_id = who), who);
  RETURN ARRAY(
    WITH own AS (SELECT same.id FROM agencies_member me
      JOIN agencies_member same ON same.user_id = me.user_id WHERE me.id = who)
    SELECT id FROM own
    UNION ALL SELECT member_id FROM agencies_programtoken
      WHERE made_by_id IN (SELECT id FROM own));
END $$;
REVOKE ALL ON FUNCTION kn.selves FROM PUBLIC;

-- What was ever blocked for an agency, or for one member of it; `standing` only what still is.
CREATE OR REPLACE FUNCTION kn.blocks_of(in_agency uuid, in_member uuid, standing boolean)
RETURNS SETOF blocking_block LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  selves uuid[] := kn.selves(in_member);
  homes uuid[] := in_agency || ARRAY(
    SELECT agency_id FROM agencies_member WHERE id = ANY (selves) AND left_at IS NULL);
BEGIN
  RETURN QUERY SELECT * FROM blocking_block WHERE member_id = ANY (selves)
    AND (ended_at IS NULL OR NOT standing);
  RETURN QUERY SELECT * FROM blocking_block WHERE member_id IS NULL AND agency_id = ANY (homes)
    AND (ended_at IS NULL OR NOT standing);
END $$;
REVOKE ALL ON FUNCTION kn.blocks_of FROM PUBLIC;

CREATE OR REPLACE FUNCTION kn.kept_from(in_agency uuid, in_member uuid) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  named uuid[] := ARRAY(SELECT case_id FROM kn.blocks_of(in_agency, in_member, true));
BEGIN
  RETURN CASE WHEN named = '{}' THEN named ELSE kn.kin(named) END;
END $$;
REVOKE ALL ON FUNCTION kn.kept_from FROM PUBLIC;

-- That somebody was blocked is hidden from her for good, also when it was taken back.
CREATE OR REPLACE FUNCTION kn.hidden() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  told text; agency uuid; member uuid;
  blocks uuid[]; files uuid[]; persons uuid[];
BEGIN
  -- Asked in every query: who acts is looked at only where somebody is blocked at all.
  IF NOT EXISTS (SELECT FROM blocking_block) THEN
    RETURN '{}';
  END IF;
  told := kn.told();
  IF told IS NULL OR split_part(told, '|', 4) = 'system' THEN
    RETURN '{}';
  END IF;
  member := nullif(split_part(told, '|', 1), '')::uuid;
  agency := nullif(split_part(told, '|', 2), '')::uuid;
  blocks := ARRAY(SELECT id FROM kn.blocks_of(agency, member, false));
  IF blocks = '{}' THEN
    RETURN blocks;
  END IF;
  files := kn.kept_from(agency, member);
  persons := ARRAY(SELECT person_id FROM cases_case WHERE id = ANY(files));
  RETURN blocks || files || persons
    || ARRAY(SELECT relative_id FROM people_tie WHERE person_id = ANY(persons))
    || ARRAY(SELECT id FROM blocking_block WHERE case_id = ANY(files))
    || ARRAY(SELECT id FROM referrals_referral WHERE case_id = ANY(files))
    || ARRAY(SELECT id FROM protection_shelterstay WHERE case_id = ANY(files))
    || ARRAY(SELECT id FROM livelihood_placement WHERE case_id = ANY(files));
END $$;
REVOKE ALL ON FUNCTION kn.hidden() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.hidden() TO ketnoi_app;

-- Who must not know of this file, for whoever puts something on a desk: she has to do with the file.
-- Nothing for whom it is hidden from.
CREATE OR REPLACE FUNCTION kn.shut_out(file uuid) RETURNS TABLE (agency uuid, member uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF kn.told() IS NULL OR file = ANY (kn.hidden()) THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT b.agency_id, same.id
      FROM blocking_block b
      LEFT JOIN agencies_member named ON named.id = b.member_id
      LEFT JOIN agencies_member same ON same.user_id = named.user_id
     WHERE b.case_id = ANY (kn.kin(ARRAY[file])) AND b.ended_at IS NULL
       AND (kn.role() IN ('system', 'coordinator') OR b.holder_id = kn.agency()
            OR kn.is_known_file(file));
END $$;
REVOKE ALL ON FUNCTION kn.shut_out FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.shut_out TO ketnoi_app;

-- At the moment somebody is blocked she leaves: her doors close, what lay on her desk lies with her
-- agency again. A door that would open for her afterwards does not.
CREATE OR REPLACE FUNCTION kn.show_out() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  files uuid[] := kn.kin(ARRAY[NEW.case_id]); selves uuid[] := kn.selves(NEW.member_id);
  whole uuid := CASE WHEN NEW.member_id IS NULL THEN NEW.agency_id END;
BEGIN
  UPDATE cases_caseaccess SET ended_at = kn.now()
   WHERE case_id = ANY (files) AND ended_at IS NULL
     AND (member_id = ANY (selves) OR agency_id = whole);
  UPDATE cases_task SET done_at = kn.now()
   WHERE case_id = ANY (files) AND agency_id = whole AND done_at IS NULL;
  UPDATE cases_task SET member_id = NULL
   WHERE case_id = ANY (files) AND member_id = ANY (selves) AND done_at IS NULL;
  UPDATE referrals_referral SET taken_by_id = NULL, taken_at = NULL
   WHERE case_id = ANY (files) AND taken_by_id = ANY (selves);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION kn.show_out FROM PUBLIC;
DROP TRIGGER IF EXISTS shows_out ON blocking_block;
CREATE TRIGGER shows_out AFTER INSERT ON blocking_block
  FOR EACH ROW EXECUTE FUNCTION kn.show_out();

CREATE OR REPLACE FUNCTION kn.refuse_shut_out() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.case_id = ANY (kn.kept_from(
      CASE TG_TABLE_NAME WHEN 'cases_caseaccess' THEN (to_jsonb(NEW) ->> 'agency_id')::uuid
                         ELSE (to_jsonb(NEW) ->> 'to_agency_id')::uuid END,
      (to_jsonb(NEW) ->> 'member_id')::uuid)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'who is blocked is let in nowhere';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION kn.refuse_shut_out FROM PUBLIC;
DROP TRIGGER IF EXISTS not_shut_out ON cases_caseaccess;
CREATE TRIGGER not_shut_out BEFORE INSERT ON cases_caseaccess
  FOR EACH ROW EXECUTE FUNCTION kn.refuse_shut_out();
DROP TRIGGER IF EXISTS not_shut_out ON referrals_referral;
CREATE TRIGGER not_shut_out BEFORE UPDATE OF is_sent ON referrals_referral
  FOR EACH ROW WHEN (NEW.is_sent AND NOT OLD.is_sent) EXECUTE FUNCTION kn.refuse_shut_out();
