-- Open pages hear at once when a right may have been lost: every process asks again whether whoever looks still may.
create function note_right_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('tuttu_live', 'rights');
  return null;
end $$;
create trigger right_change after insert or update or delete on caseload for each statement execute function note_right_change();
create trigger right_change after insert or update or delete on role_assignment for each statement execute function note_right_change();
create trigger right_change after insert or update or delete on business_contact for each statement execute function note_right_change();
create trigger right_change after insert or update or delete on protection for each statement execute function note_right_change();
create trigger right_change after update of answer on answer for each statement execute function note_right_change();
create trigger right_change after update of deleted_at on customer for each statement execute function note_right_change();
create trigger right_change after update of ended_at, city_id, role, business_id on session for each statement execute function note_right_change();
