-- Who no longer agrees to have an outside model asked keeps nothing of what it said, in the log of suggestions either: the model's part goes, and what
-- Tuttu's own parts gave stands again.

create or replace function seal_suggestion() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    -- An outside model's view comes once, before the decision: the parts are then what they gave to the new score. It goes when its consent goes.
    if old.kind = 'skill' and ((old.decision is null and not old.parts ? 'outsideModel' and new.parts ? 'outsideModel')
      or (old.parts ? 'outsideModel' and not new.parts ? 'outsideModel')) then
      new.seal := null;
      new.seal := suggestion_seal(new);
    end if;
    if new.seal is distinct from suggestion_seal(new) then raise exception 'what was suggested is not changed afterwards'; end if;
    if new.input_hash is distinct from old.input_hash and new.input_hash is not null then
      raise exception 'the hash of an input is not changed afterwards';
    end if;
    return new;
  end if;
  new.seal := suggestion_seal(new);
  return new;
end $$;
