import { languages } from '../../kernel/languages.ts';
import { cues } from './cues.ts';

/**
 * Has the patterns of clauses made ready. The engine does that when one is first read, and takes up to a tenth of a second for the longest: at the
 * start nobody waits for it, in the first text everybody would.
 */
export const readyCues = (): void => {
  for (const language of languages)
    for (const cue of Object.values(cues[language])) {
      if (!(cue instanceof RegExp)) continue;
      // The first time it is made ready to begin with, the second time to go on quickly.
      for (let time = 0; time < 2; time += 1) ' '.search(cue);
    }
};
