-- Which skills are related is told by a narrower rule: what the wider one wrote goes. The next start writes the relations anew.
delete from skill_relation;
