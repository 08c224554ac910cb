import { expect, test } from 'vitest';
import { periodIn } from './dates.ts';

const inWords = (line: string): string | null => {
  const period = periodIn(line);
  if (!period) return null;
  const day = (one: typeof period.from) => (one ? `${one.about ? '~' : ''}${one.on}` : '');
  return `${day(period.from)}/${period.isOngoing ? 'now' : day(period.to)} [${line.slice(period.start, period.end)}]`;
};

test.each([
  ['2015–2018 Kassatyöntekijä', '2015/2018 [2015–2018]'],
  ['2015 - 2018', '2015/2018 [2015 - 2018]'],
  ['2015-18 myyjä', '2015/2018 [2015-18]'],
  ['05/2015 - 08/2016, Posti', '2015-05/2016-08 [05/2015 - 08/2016]'],
  ['05/2015 -', '2015-05/now [05/2015 -]'],
  ['5–8/2016 kesätyö', '2016-05/2016-08 [5–8/2016]'],
  ['1.5.2015–31.8.2016', '2015-05-01/2016-08-31 [1.5.2015–31.8.2016]'],
  ['1.5.–31.8.2016', '2016-05-01/2016-08-31 [1.5.–31.8.2016]'],
  ['2018–\tVarastotyöntekijä', '2018/now [2018–]'],
  ['2018- Varastotyöntekijä', '2018/now [2018-]'],
  ['2018 – Varastotyöntekijä', '/2018 [2018]'],
  ['Siivooja, ISS, 2012 – nykyinen', '2012/now [2012 – nykyinen]'],
  ['2012 - present: cleaner', '2012/now [2012 - present]'],
  ['Sedan 2019 kassör', '2019/now [Sedan 2019]'],
  ['2019 alkaen kokki', '2019/now [2019 alkaen]'],
  ['tammikuu 2015 – maaliskuu 2017', '2015-01/2017-03 [tammikuu 2015 – maaliskuu 2017]'],
  ['touko–elokuu 2016', '2016-05/2016-08 [touko–elokuu 2016]'],
  ['Jan 2015 – Mar 2017', '2015-01/2017-03 [Jan 2015 – Mar 2017]'],
  ['januari 2015 till mars 2017', '2015-01/2017-03 [januari 2015 till mars 2017]'],
  ['31/08/2018', '/2018-08-31 [31/08/2018]'],
  ['5/2015 – 31/08/2018', '2015-05/2018-08-31 [5/2015 – 31/08/2018]'],
  ['1 May 2015 to 31 August 2016', '2015-05-01/2016-08-31 [1 May 2015 to 31 August 2016]'],
  ['myin 12 autoa 2015', '/2015 [2015]'],
  ['syksy 2019', '/~2019-09 [syksy 2019]'],
  ['hösten 2019 – våren 2020', '~2019-09/~2020-03 [hösten 2019 – våren 2020]'],
  ['noin 2010 – 2012', '~2010/2012 [2010 – 2012]'],
  ['Ylioppilas 2004', '/2004 [2004]'],
  ['2015-05 – 2016-08', '2015-05/2016-08 [2015-05 – 2016-08]'],
  ['8/15-2/17 rakennuksella', '2015-08/2017-02 [8/15-2/17]'],
  ['Tel. 040 2015 123', '/2015 [2015]'],
  ['budjetti 2015,50 euroa', null],
  ['2 200 asiakasta', null],
  ['99.99.2015', '/2015 [2015]'],
  ['ISO 12015', null],
  ['', null],
])('%s', (line, said) => {
  expect(inWords(line)).toBe(said);
});

test('the longest lines of nothing but digits take no time', () => {
  const began = performance.now();
  for (let time = 0; time < 20; time += 1) {
    periodIn('20'.repeat(1000));
    periodIn('2015 - '.repeat(300));
    periodIn('kesä '.repeat(400));
  }
  expect(performance.now() - began).toBeLessThan(1000);
});
