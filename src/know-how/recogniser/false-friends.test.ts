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

const told = (language: Language, text: string): string[] =>
  recogniser.recognise({ text, language }).map(({ label }) => label);

test.each<[Language, string]>([
  ['en', 'My wife cooks, I do not.'],
  ['fi', 'Vaimo kokkaa, mieheni ajaa taksia.'],
  ['sv', 'Min fru lagar mat.'],
  ['fi', 'Löin pomoa.'],
  ['fi', 'Löin pomoa ja sain potkut.'],
  ['fi', 'Lomittajat kävivät.'],
  ['fi', 'Olin päihdekuntoutuksessa.'],
  ['fi', 'Istuin vankilassa kaksi vuotta.'],
  ['fi', 'Sairastin syöpää.'],
  ['fi', 'Olin osastolla potilaana.'],
  ['sv', 'Jag var på rehab.'],
  ['sv', 'Jag har suttit i fängelse.'],
  ['en', 'I was in rehab for a year.'],
  ['en', 'I was in hospital as a patient.'],
])('%s: "%s" tells of no know-how of its teller', (language, text) => {
  expect(told(language, text)).toEqual([]);
});

test.each<[Language, string, string]>([
  ['fi', 'Autoin pesulla.', 'auton pesu ja vahaus'],
  ['fi', 'Hoidin muistisairasta naapuria.', 'hyvä muisti'],
  ['fi', 'Siirsin potilaita nostovyöllä ja nostoliinalla.', 'nosturin käyttö'],
  ['fi', 'Pelasin koripalloa.', 'erotuomarointi'],
  ['fi', 'Hoidin isää, puin hänet ja syötin.', 'lasten perushoito'],
  ['fi', 'Hoidin isää, puin hänet ja syötin.', 'tietojen syöttö'],
  ['sv', 'Jag pratade med föräldrar.', 'samvaro med äldre'],
  ['sv', 'Jag var mittback i fotboll.', 'domaruppdrag'],
  ['sv', 'Jag bytte blöjor på mormor.', 'grundvård av barn'],
  ['en', 'dentist in Isfahan for eleven years, own clinic, root canals', 'nursing'],
  ['en', 'I worked as a dentist in Isfahan for eleven years.', 'dental assisting'],
  ['fi', 'Kävin lääkärissä.', 'potilaan tutkiminen'],
  ['fi', 'Olin lääkärissä.', 'potilaan tutkiminen'],
  ['sv', 'Jag var hos läkaren.', 'undersökning av patienter'],
  ['en', 'I was at the doctor.', 'examining patients'],
])('%s: whoever says "%s" is not told to can %s', (language, text, label) => {
  expect(told(language, text)).not.toContain(label);
});

test.each<[Language, string, string]>([
  ['fi', 'Autoin pesulla.', 'potilaan avustaminen'],
  ['fi', 'Hoidin isää, puin hänet ja syötin.', 'perushoito'],
  ['fi', 'Syötin tietoja koneelle.', 'tietojen syöttö'],
  ['fi', 'Pesin autoja.', 'auton pesu ja vahaus'],
  ['fi', 'Olin pomona pajalla.', 'esihenkilötyö'],
  ['fi', 'Olin lomittajana.', 'maatilan työt'],
  ['fi', 'Äiti opetti minut kutomaan.', 'kankaankudonta'],
  ['en', 'My mother taught me to weave.', 'weaving'],
  ['en', 'Boss put me to train new ones.', 'staff training'],
  ['fi', 'Pomo pani kouluttamaan uusia.', 'henkilöstön koulutus'],
  ['fi', 'Vankilassa olin keittiössä töissä.', 'ruoanlaitto'],
  ['fi', 'Olin päihdekuntoutuksessa ohjaajana.', 'päihdetyö'],
  ['en', 'I was in prison and worked in the laundry.', 'doing laundry'],
  ['en', 'She organized several events.', 'organising events'],
  ['sv', 'Jag bytte blöjor på bebisen.', 'grundvård av barn'],
  ['en', 'I worked as a dentist in Isfahan for eleven years.', 'dental examinations'],
  ['en', 'dentist in Isfahan for eleven years, own clinic, root canals', 'root canal treatment'],
  ['fi', 'Olin lääkärinä Bagdadissa kahdeksan vuotta.', 'potilaan tutkiminen'],
  ['sv', 'Jag var apotekare i Teheran.', 'att lämna ut läkemedel på apotek'],
])('%s: whoever says "%s" can %s', (language, text, label) => {
  expect(told(language, text)).toContain(label);
});
