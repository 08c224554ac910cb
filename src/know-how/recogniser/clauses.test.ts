import { expect, test } from 'vitest';
import type { Language } from '../../kernel/languages.ts';
import { clausesOf } from './clauses.ts';

/** The text with its clauses in brackets, each with + for can, - for cannot, ? for wish, = for no need, ~ for others and ! for what befell. */
const marked = (language: Language, text: string): string => {
  const sign = { can: '+', cannot: '-', wish: '?', notNeeded: '=', others: '~', befell: '!' };
  return clausesOf(text, language)
    .map(({ words, stance }) => `${sign[stance]}${text.slice(words[0]?.start, words.at(-1)?.end)}`)
    .join(' | ');
};

test.each<[Language, string]>([
  ['fi', '-En osaa uida | -enkä hiihtää | +Osaan kyllä leipoa'],
  ['fi', '-Mä en oo koskaan hitsannu'],
  ['fi', '~Vaimo kokkaa | ~mieheni ajaa taksia'],
  ['fi', '+Isä tarvitsi apua, kävin siellä joka päivä'],
  ['sv', '~Min fru lagar mat | +men jag bakar'],
  ['sv', '+Mamma behövde hjälp varje dag'],
  ['en', '~My wife cooks | -I do not'],
  ['en', '+My father had dementia, and I washed him'],
  ['fi', '!Olin vankilassa | +ja opin hitsaamaan'],
  ['en', '!I was in prison for a year | +and learned to weld'],
  ['en', '+I was in hospital laundry'],
  ['sv', '+Vi satt inne och sydde'],
  ['fi', '-Siivous ei ole mun juttu'],
  ['fi', '?Toivoisin että pääsisin ajamaan rekkaa'],
  ['fi', '?Minua kiinnostaisi puutarhatyö'],
  ['fi', '?olis kiva oppia ompelemaan'],
  ['fi', '?Aion opiskella lähihoitajaksi'],
  ['fi', '-En ole koulutettu | +mutta hoidin äitiä kotona viisi vuotta'],
  ['fi', '-Vaikka en osaa suomea hyvin | +kokkaan ravintolassa'],
  ['fi', '-Olen surkea neulomaan'],
  ['fi', '-Pelkään hevosia | +mutta hoidan kanoja'],
  ['sv', '-Jag är rädd för hästar | +men jag sköter höns'],
  ['en', '-I gave up on sewing | +but I paint furniture'],
  ['en', '-If only I could speak Swedish'],
  ['fi', '-Kirjanpidon jätän muille'],
  ['fi', '?Tavoitteena on oppia hitsaamaan'],
  ['fi', '?Mietin kouluttautumista lähihoitajaksi'],
  ['sv', '-Jag är urusel på att sjunga'],
  ['sv', '-Bokföringen lämnar jag åt andra'],
  ['sv', '?Funderar på att börja köra buss'],
  ['sv', '?Siktar på att bli kock'],
  ['en', '-I am useless at sewing'],
  ['en', '-Bookkeeping I leave that to others'],
  ['en', '?Planning to train as a welder'],
  ['en', '?Thinking of becoming a chef'],
  ['en', '?It would be nice to drive a bus'],
  ['sv', '-Jag är inte bra på att laga mat | +men jag kan städa'],
  ['sv', '-Jag kan varken sy eller sticka'],
  ['sv', '-Matlagning är inget för mig'],
  ['sv', '-Jag saknar erfarenhet av bokföring'],
  ['sv', '?Jag vill bli sjuksköterska'],
  ['sv', '?Jag drömmer om att öppna ett café'],
  ['sv', '+Jag lagar inte bara mat | +utan bakar också'],
  ['en', '-I am not good at sewing | +but I paint houses'],
  ['en', '-We did not have money | +so I sewed all our clothes'],
  ['en', '-Unfortunately I lack experience in accounting'],
  ['en', '?I want to learn how to bake bread | ?and decorate cakes'],
  ['en', '?I hope to get a forklift licence one day'],
  ['en', '+We are looking for someone who is interested in sales'],
  ['en', '+Must be able to lift 20 kg | =no experience in retail required'],
  ['fi', '=Ei tässä koulutusta tarvita | +vaan ripeyttä ja järjestystä'],
  ['fi', '-Emme ehdi pitää kirjanpitoa | -emmekä osaa laskuttaa'],
  ['sv', '=Det behövs ingen utbildning | +men tålamod och varma händer'],
  ['en', '-We cannot keep up with the bookkeeping'],
  ['en', '=You do not need a degree | +but you bake bread'],
])('%s: %s', (language, expected) => {
  const text = expected.replace(/ \| [+?=~!-]/g, ', ').slice(1);
  expect(marked(language, text)).toBe(expected);
});

test('what is asked of and then denied is denied', () => {
  expect(marked('en', "Cooking? Don't ask. I mend bikes.")).toBe("-Cooking | -Don't ask | +I mend bikes");
  expect(marked('sv', 'Matlagning? Fråga inte. Jag lagar cyklar.')).toBe(
    '-Matlagning | -Fråga inte | +Jag lagar cyklar',
  );
  expect(marked('fi', 'Kokkaus? Sitä olen tehnyt aina.')).toBe('+Kokkaus | +Sitä olen tehnyt aina');
});

test('short stretches stay with their neighbour, long ones are judged apart', () => {
  expect(marked('fi', 'Leivoin kakkuja, pullia ja leipää')).toBe('+Leivoin kakkuja, pullia ja leipää');
  expect(marked('en', 'I bake bread and cakes, and I paint old houses')).toBe(
    '+I bake bread and cakes | +and I paint old houses',
  );
});

test('a text without an end is judged in bounded pieces', () => {
  expect(Math.max(...clausesOf('sana '.repeat(1000), 'fi').map(({ words }) => words.length))).toBeLessThanOrEqual(40);
});

test.each<[Language, string, boolean]>([
  ['en', 'The screen is cracked in the corner', true],
  ['en', 'The job was cleaning offices', false],
  ['en', 'Cleaned offices for years', false],
  ['sv', 'Patienterna väntade i korridoren', true],
  ['sv', 'Städade kontor i flera år', false],
  ['sv', 'Kontoren städade jag', false],
  ['sv', 'och gav mediciner till äldre', false],
  ['fi', 'Potilaat odottivat käytävässä', true],
  ['fi', 'Siivosin toimistoja', false],
  ['fi', 'Homma oli toimistojen siivousta', false],
])('%s: whether "%s" is about something or somebody else: %s', (language, text, isOfOther) => {
  expect(clausesOf(text, language).map((clause) => clause.isOfOther)).toEqual([isOfOther]);
});
