import { expect, test } from 'vitest';
import type { Language } from '../../kernel/languages.ts';
import { loadLexicon } from '../lexicon/load-lexicon.ts';
import { starterVocabulary } from '../vocabulary/starter.ts';
import { createRecogniser } from './recogniser.ts';

const recogniser = createRecogniser(starterVocabulary(), { lexicon: loadLexicon() });
const labels = (language: Language, text: string): string[] =>
  recogniser.recognise({ text, language, of: 'need' }).map(({ label }) => label);

test.each<[Language, string, string]>([
  ['fi', 'Joka ilta jää viidestä kahteenkymmeneen leipää.', 'viittomakieli'],
  ['fi', 'Tulen töihin viideltä.', 'viittomakieli'],
  ['fi', 'Puolet asiakkaista tuo ehjän puhelimen.', 'puolan kieli'],
  ['fi', 'Menin puolison kanssa.', 'puolan kieli'],
  ['fi', 'Mistä tulisi tapa?', 'tulenteko'],
  ['fi', 'Joka viides kääntyy pois.', 'kääntäminen'],
  ['fi', 'Järjestäjä puuttuu.', 'puutyöt'],
  ['fi', 'Jono on kadulle asti.', 'pöytien kattaus'],
  ['fi', 'Tilaukset otetaan tiskillä.', 'tiskaus'],
  ['fi', 'Asiakkaat soittavat samana aamuna.', 'soittaminen'],
  ['fi', 'Hinnat laskettaisiin yhdessä.', 'hindin kieli'],
  ['fi', 'Olen ollut partiossa.', 'parran hoito'],
  ['fi', 'Väliin jää vartti.', 'vartiointi'],
  ['fi', 'Viikko ennen pakkasia.', 'pakkaaminen'],
  ['fi', 'Vaihdoin lamput.', 'lampaiden hoito'],
  ['fi', 'Vihko on pöydällä, kirjasin sen vihkoon.', 'uskonnolliset toimitukset'],
  ['fi', 'Miksi näin käy?', 'äänen miksaus keikoilla'],
  ['sv', 'Klockan sex varje morgon.', 'religiösa förrättningar'],
  ['sv', 'Virket har vi redan.', 'stickning och virkning'],
  ['en', 'On the other side of an open door.', 'open-mindedness'],
  ['en', 'The letters have long words.', 'word processing'],
])('%s: "%s" does not speak of %s', (language, text, label) => {
  expect(labels(language, text)).not.toContain(label);
});

test.each<[Language, string, string]>([
  ['fi', 'Tiskasin ravintolassa.', 'tiskaus'],
  ['fi', 'Soitan kitaraa.', 'soittaminen'],
  ['fi', 'Puhun puolaa.', 'puolan kieli'],
  ['fi', 'Käännän tekstejä.', 'kääntäminen'],
  ['fi', 'Sytytin uunin ja tein tulet.', 'tulenteko'],
  ['fi', 'Katoin pöydät.', 'pöytien kattaus'],
  ['fi', 'Muistan nimet.', 'hyvä muisti'],
])('%s: "%s" still speaks of %s', (language, text, label) => {
  expect(labels(language, text)).toContain(label);
});
