import { expect, test } from 'vitest';
import { languages } from '../../kernel/languages.ts';
import { wordsOf } from '../recogniser/words.ts';
import { folderWith } from '../vocabulary/fixtures.ts';
import { cueTextsOf, findCue } from './cue.ts';
import { activityFinder } from './find-activities.ts';
import { aLine } from './fixtures.ts';
import { lexiconIn, loadLexicon } from './load-lexicon.ts';

const activitiesOf = async (...lines: string[]) =>
  lexiconIn([await folderWith({ 'a.jsonl': lines.join('\n') })]).activities;

test('finds each activity once, by its cue of the most words, with the places of the words', async () => {
  const activities = await activitiesOf(
    aLine('care', { fi: ['hoidin äitiä', 'hoidin sairasta äitiä', 'omaishoitaja*'] }),
    aLine('moped', { fi: ['mopo*', 'mopo korjata', 'skootteri*'] }),
  );
  const found = activityFinder(activities, 'fi')(wordsOf('Hoidin vuosia sairasta äitiä ja korjasin mopoja'));
  expect(found.map(({ activity, cue, places }) => [activity.id, cue.text, places])).toEqual([
    ['care', 'hoidin sairasta äitiä', [0, 2, 3]],
    ['moped', 'mopo korjata', [5, 6]],
  ]);
});

test('does not find what an unless speaks against, wherever it stands in the clause', async () => {
  const activities = await activitiesOf(
    aLine('sauna', {
      fi: ['lämmitin saunan', 'sauna*', 'kiuas'],
      unless: { fi: ['saunavuoro*', 'sauna keksi|uutinen'] },
    }),
  );
  const find = activityFinder(activities, 'fi');
  expect(find(wordsOf('lämmitin saunan')).length).toBe(1);
  expect(find(wordsOf('saunavuoro alkoi ja lämmitin saunan'))).toEqual([]);
  expect(find(wordsOf('uutinen: sauna paloi'))).toEqual([]);
});

test('a word that says nothing by itself fits only where a cue has that very word', async () => {
  const [activity] = await activitiesOf(
    aLine('hens', { fi: ['kanat ruokin', 'kanat* hoidin', 'kanala'], sv: ['men x', 'a b', 'c d'] }),
  );
  const find = (text: string) => activity && activityFinder([activity], 'fi')(wordsOf(text)).map(({ cue }) => cue.text);
  expect(find('ruokin isän kanssa')).toEqual([]);
  expect(find('ruokin kanoja')).toEqual(['kanat ruokin']);
});

test('finds what trying every cue of the product finds, in every language', () => {
  const { activities } = loadLexicon();
  const texts = {
    fi: [
      'Oon hoitanu mutsia kotona ja kuskannu lapsia treeneihin',
      'korjasin naapurin mopoja',
      'vedin partiossa leirejä',
    ],
    sv: ['Jag tog hand om mormor och klippte gräset åt grannarna', 'meckade med mopeder', 'ledde scouter på läger'],
    en: ['I looked after my mum and drove the kids to practice', 'fixed mopeds with friends', 'ran a scout camp'],
  };
  for (const language of languages) {
    const find = activityFinder(activities, language);
    const tried = (text: string) =>
      activities.filter(({ cues, unless }) => {
        const words = cueTextsOf(wordsOf(text), language);
        const has = (cue: (typeof cues)['fi'][number]) => findCue(cue, words) !== undefined;
        return cues[language].some(has) && !unless[language].some(has);
      });
    for (const text of texts[language]) {
      const found = find(wordsOf(text)).map(({ activity }) => activity.id);
      expect(found.sort()).toEqual(tried(text).map(({ id }) => id));
      expect(found.length).toBeGreaterThan(0);
    }
  }
});
