-- Whether two agencies may know the same person. One function compares; it gives nothing back, and
-- only the system runs it, for all questions at once: how long it takes says nothing to an asker.

-- A question that stands: not stopped, not too old, her yes not taken back, her data neither erased
-- nor restricted.
CREATE OR REPLACE FUNCTION kn.standing_questions() RETURNS SETOF recognition_question
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT q.* FROM recognition_question q JOIN cases_case c ON c.id = q.case_id
    JOIN people_person p ON p.id = c.person_id
    LEFT JOIN cases_consent y ON y.id = q.consent_id
   WHERE q.stopped_at IS NULL AND q.until > kn.now() AND p.erased_at IS NULL
     AND c.status NOT IN ('entered_in_error', 'merged') AND c.restricted_at IS NULL
     AND (q.consent_id IS NULL OR (y.withdrawn_at IS NULL
          AND y.until >= (kn.now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date))
$$;
REVOKE ALL ON FUNCTION kn.standing_questions FROM PUBLIC;

-- `needed` are the tags of the whole name of a person who is asked about, in one cell; `allowed` what
-- else may stand beside them in the index of somebody with the same name: what she is called. The
-- cells are those of the years that are near enough; another year than hers needs a guess.
CREATE OR REPLACE FUNCTION kn.recognise(persons uuid[], needed text[], allowed text[])
RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET jit = off AS $$
BEGIN
  IF kn.role() IS DISTINCT FROM 'system' THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the system compares';
  END IF;

  UPDATE recognition_approach SET stopped_at = kn.now()
   WHERE answered_at IS NULL AND stopped_at IS NULL
     AND question_id NOT IN (SELECT id FROM kn.standing_questions());

  -- A shared phone alone asks, and says so; a name and year alone ask only in the same commune.
  WITH named AS MATERIALIZED (
    SELECT asked.p AS asked_id, t.person_id
      FROM unnest(persons, needed, allowed) AS asked(p, need, allow)
      JOIN kn.name_tags t ON t.tags @> asked.need::int[]
       AND t.tags <@ (asked.need::int[] || asked.allow::int[])
      JOIN people_person m ON m.id = asked.p
      JOIN people_person o ON o.id = t.person_id AND (o.birth_year = m.birth_year
       OR o.birth_is_guess OR m.birth_is_guess)
  )
  INSERT INTO recognition_approach (id, question_id, case_id, holder_id, code, keeper_id,
    by_paper, by_phone, by_name, made_at, answer, reason)
  SELECT gen_random_uuid(), q.id, c.id, c.holder_id, c.code, c.keeper_id,
         bool_or(same.how = 'paper'), bool_or(same.how = 'phone'), bool_or(same.how = 'name'),
         kn.now(), '', ''
    FROM kn.standing_questions() q
    JOIN cases_case mine ON mine.id = q.case_id
    JOIN LATERAL (
      SELECT t.person_id, 'paper' AS how FROM people_paper m JOIN people_paper t USING (number_tag)
       WHERE m.person_id = mine.person_id
      UNION SELECT t.person_id, 'phone' FROM people_phone m JOIN people_phone t USING (number_tag)
       WHERE m.person_id = mine.person_id
      UNION SELECT n.person_id, 'name' FROM named n WHERE n.asked_id = mine.person_id
    ) same ON true
    JOIN LATERAL (
      SELECT f.* FROM cases_case known
        JOIN cases_case f ON f.id = coalesce(known.merged_into_id, known.id)
        JOIN people_person p ON p.id = f.person_id
       WHERE known.person_id = same.person_id AND f.holder_id <> q.holder_id AND p.erased_at IS NULL
         AND f.restricted_at IS NULL
         AND f.status NOT IN ('entered_in_error', 'merged', 'transferred')
         -- Who must not know of a file hears nothing of it this way, whichever side asked.
         AND f.id <> ALL (kn.kept_from(q.holder_id, mine.keeper_id))
         AND mine.id <> ALL (kn.kept_from(f.holder_id, f.keeper_id))
       ORDER BY f.status = 'closed', f.received_at DESC LIMIT 1
    ) c ON true
   GROUP BY q.id, c.id, c.holder_id, c.code, c.keeper_id, mine.commune_id, c.commune_id
  HAVING bool_or(same.how <> 'name') OR mine.commune_id = c.commune_id
  ON CONFLICT (question_id, case_id) DO NOTHING;

  -- She agreed in both (or a law that was named orders it): each side is told of the other.
  INSERT INTO recognition_introduction (id, approach_id, case_id, holder_id, code, keeper_id,
    partner_id, partner_keeper_id, partner_code, ground, made_at)
  SELECT gen_random_uuid(), a.id, one.id, one.holder_id, one.code, one.keeper_id,
         other.holder_id, other.keeper_id, other.code,
         CASE WHEN a.answer = 'legal_duty' OR q.ground = 'legal_duty' THEN 'legal_duty'
              ELSE 'consent' END, kn.now()
    FROM recognition_approach a
    JOIN kn.standing_questions() q ON q.id = a.question_id
    LEFT JOIN cases_consent y ON y.id = a.consent_id
    JOIN cases_case one ON one.id IN (a.case_id, q.case_id)
    JOIN cases_case other ON other.id IN (a.case_id, q.case_id) AND other.id <> one.id
   WHERE (a.answer = 'legal_duty' OR (a.answer = 'agrees' AND y.withdrawn_at IS NULL
         AND y.until >= (kn.now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date))
     AND one.id <> ALL (kn.kept_from(other.holder_id, other.keeper_id))
     AND other.id <> ALL (kn.kept_from(one.holder_id, one.keeper_id))
  ON CONFLICT (approach_id, case_id) DO NOTHING;
END $$;
REVOKE ALL ON FUNCTION kn.recognise FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kn.recognise TO ketnoi_app;

-- The owner of the tables compares through the function: forced row security binds it too.
DO $$ DECLARE this text; BEGIN
  FOREACH this IN ARRAY ARRAY['people_person', 'people_phone', 'people_paper', 'cases_case',
    'cases_consent', 'recognition_question', 'recognition_approach', 'recognition_introduction']
  LOOP
    EXECUTE format('DROP POLICY IF EXISTS kn_met ON %I', this);
    EXECUTE format('CREATE POLICY kn_met ON %I FOR ALL TO %I USING (true)', this, current_user);
  END LOOP;
END $$;
