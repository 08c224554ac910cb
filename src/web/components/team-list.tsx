type Team = { members: readonly { answerId: string; name: string; brings: readonly string[] }[] };

/** People who complete each other, team by team: who, and what each brings. */
export const TeamList = ({ teams }: { teams: readonly Team[] }) => (
  <ul className="yes-teams">
    {teams.map(({ members }) => (
      <li key={members.map(({ answerId }) => answerId).join()}>
        <ul>
          {members.map(({ answerId, name, brings }) => (
            <li key={answerId}>
              <strong>{name}</strong>: {brings.join(', ')}
            </li>
          ))}
        </ul>
      </li>
    ))}
  </ul>
);
