-- A file that went to another province is read and no longer written. Each action leaves a line in
-- the chain of the file or of the person: where no line may be left, nothing is done.
-- Allowed stays what she asks about her data, what keeps her safe, that she leaves the shelter she is in
-- (else its bed would be taken for ever), and what the system says by itself.
CREATE OR REPLACE FUNCTION kn.refuse_in_moved() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.actor = 'system' OR NEW.facts ? 'look' OR NEW.verb LIKE ANY (ARRAY[
    'case.transferred', 'transfer.%', 'right.%', 'case.restricted', 'case.unrestricted',
    'consent.withdrawn', 'person.revealed', 'person.erased', 'hold.%', 'phone.forgotten',
    'stay.room_changed', 'stay.left', 'emergency.%']) THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT FROM cases_case WHERE id = NEW.chain AND status = 'transferred')
     OR (EXISTS (SELECT FROM cases_case WHERE person_id = NEW.chain AND status = 'transferred')
         AND NOT EXISTS (SELECT FROM cases_case WHERE person_id = NEW.chain
                            AND status NOT IN ('transferred', 'entered_in_error', 'merged'))) THEN
    RAISE EXCEPTION 'this file has moved' USING ERRCODE = 'KN001';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION kn.refuse_in_moved FROM PUBLIC;
DROP TRIGGER IF EXISTS not_moved ON kn_trail;
CREATE TRIGGER not_moved BEFORE INSERT ON kn_trail
  FOR EACH ROW EXECUTE FUNCTION kn.refuse_in_moved();
