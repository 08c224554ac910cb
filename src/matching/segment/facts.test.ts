import { describe, expect, it } from 'vitest';
import { hours } from '../../kernel/tables.ts';
import { limitsFit, limitsOf } from '../limits.ts';
import { factsOfChallenge, factsOfPerson, meets } from './facts.ts';

const someLanguages = [[], ['fi'], ['fi', 'sv'], ['so'], ['en', 'so'], ['mt'], ['fi', 'mt']];

describe('limits as bits', () => {
  it('never pass over a person whose limits fit', () => {
    for (const askedHours of hours)
      for (const toldHours of [null, ...hours])
        for (const asked of someLanguages)
          for (const told of someLanguages) {
            const limits = limitsOf(
              { hours: askedHours, languages: asked, untilOn: '2026-12-01' },
              { hours: toldHours, languages: told },
              '2026-11-21',
            );
            const meet = meets(
              factsOfChallenge({ hours: askedHours, languages: asked }),
              factsOfPerson({ hours: toldHours, languages: told }),
            );
            if (limitsFit(limits)) expect(meet).toBe(true);
            else if (!asked.includes('mt')) expect(meet).toBe(false);
          }
  });
});
