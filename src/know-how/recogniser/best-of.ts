const isBehind = (score: number, skill: number, thanScore: number, thanSkill: number): boolean =>
  score < thanScore || (score === thanScore && skill > thanSkill);

/** Keeps the best `count` of what is put in, best first; equal scores by the skill's number. */
export const bestOf = (count: number, floor: number) => {
  const skills: number[] = [];
  const scores: number[] = [];
  let least = floor;
  return {
    skills,
    scores,
    /** What scores less would not be kept. */
    least: () => least,
    put: (skill: number, score: number): void => {
      if (score === 0 || score < least) return;
      let place = skills.length;
      while (place > 0 && isBehind(scores[place - 1] ?? 0, skills[place - 1] ?? 0, score, skill)) place -= 1;
      skills.splice(place, 0, skill);
      scores.splice(place, 0, score);
      if (skills.length > count) {
        skills.pop();
        scores.pop();
      }
      if (skills.length === count) least = Math.max(floor, scores.at(-1) ?? 0);
    },
  };
};
