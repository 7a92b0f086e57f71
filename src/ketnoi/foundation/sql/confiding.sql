-- What is confided in a member: she reaches it, and whoever stands beside her today. Nobody else
-- does, whatever her role; who opens no files (any more) reaches nothing.
CREATE OR REPLACE FUNCTION kn.confided() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  me uuid := kn.member(); home uuid := kn.files();
BEGIN
  IF me IS NULL OR home IS NULL THEN
    RETURN '{}';
  END IF;
  RETURN me || ARRAY(SELECT counsellor_id FROM counselling_supervision
    WHERE supervisor_id = me AND agency_id = home AND agreed_at IS NOT NULL AND ended_at IS NULL
      AND (until IS NULL OR until >= (kn.now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date));
END $$;
REVOKE ALL ON FUNCTION kn.confided() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.confided() TO ketnoi_app;

-- Whoever stood beside somebody and does no longer cannot say that she does again.
CREATE OR REPLACE FUNCTION kn.ended_for_good() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'what has ended stays ended';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER IF EXISTS ended_for_good ON counselling_supervision;
CREATE TRIGGER ended_for_good BEFORE UPDATE ON counselling_supervision
  FOR EACH ROW EXECUTE FUNCTION kn.ended_for_good();

-- What was confided in one is confided in another: only who reaches it does this, for a colleague
-- of the same agency from whom the file is not hidden. Whoever had it has it no more.
CREATE OR REPLACE FUNCTION kn.hand_on(this uuid, successor uuid, with_key uuid, newly bytea)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  home uuid := kn.files();
BEGIN
  IF NOT EXISTS (SELECT FROM counselling_course WHERE id = this AND agency_id = home
                  AND counsellor_id = ANY (kn.confided()) AND ended_at IS NULL
                  AND case_id <> ALL (kn.hidden())
                  AND case_id <> ALL (kn.kept_from(home, successor)))
     OR NOT EXISTS (SELECT FROM agencies_member m
                      JOIN counselling_counsellorkey k ON k.member_id = m.id
                     WHERE m.id = successor AND m.agency_id = home AND m.left_at IS NULL
                       AND k.id = with_key)
  THEN
    RAISE insufficient_privilege USING MESSAGE = 'this is not yours to hand on';
  END IF;
  UPDATE counselling_course SET counsellor_id = successor, to_id = with_key, closed = newly,
    since = kn.now() WHERE id = this;
  UPDATE counselling_tally SET counsellor_id = successor WHERE course_id = this;
END $$;
REVOKE ALL ON FUNCTION kn.hand_on FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.hand_on TO ketnoi_app;

-- How much was done at the agency of whoever leads it. She reaches no row of it, only these sums;
-- what is hidden from her is not in them.
CREATE OR REPLACE FUNCTION kn.confided_numbers(since date, until date)
RETURNS TABLE (month integer, sessions bigint, minutes bigint, people bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  home uuid := kn.files(); unknown uuid[] := kn.hidden();
BEGIN
  IF kn.role() IS DISTINCT FROM 'lead' OR home IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY
    WITH held AS (
      SELECT s.held_on, s.minutes AS lasted, s.case_id FROM counselling_sitting s
       WHERE s.agency_id = home AND s.mistaken_at IS NULL
      UNION ALL
      SELECT m.held_on, m.minutes, a.case_id FROM counselling_participation a
        JOIN counselling_meeting m ON m.id = a.meeting_id WHERE a.agency_id = home
    ), told AS (
      SELECT extract(month FROM h.held_on)::integer AS of_month, h.lasted,
             coalesce(c.merged_into_id, c.id) AS client
        FROM held h JOIN cases_case c ON c.id = h.case_id
       WHERE h.held_on BETWEEN since AND until AND h.case_id <> ALL (unknown)
    )
    SELECT t.of_month, count(*), sum(t.lasted)::bigint, count(DISTINCT t.client)
      FROM told t GROUP BY GROUPING SETS ((t.of_month), ());
END $$;
REVOKE ALL ON FUNCTION kn.confided_numbers FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.confided_numbers TO ketnoi_app;
