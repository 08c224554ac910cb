-- A file of a draft that goes without having been sent goes with it: also when its writer is erased.
create function forget_draft_file() returns trigger language plpgsql as $$
begin
  delete from stored_file where city_id = old.city_id and id = old.file_id and customer_id is null;
  return null;
end $$;
create trigger forget_draft_file after delete on draft_file for each row execute function forget_draft_file();
