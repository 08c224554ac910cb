import type { City } from '../kernel/cities.ts';

const city = (id: string, fi: string, sv: string): City => ({
  id,
  name: { fi, sv, en: fi },
  actionColor: '#0b5a7d',
  edgeColor: '#0b5a7d',
  languages: ['fi', 'sv', 'en'],
  timeZone: 'Europe/Helsinki',
  feedback: { email: `palaute@${id}.example`, phone: null, page: null },
});

export const turku = 'turku';
export const espoo = 'espoo';

/** Two cities are enough to see whether one leaks into the other. */
export const testCities: readonly City[] = [city(turku, 'Turku', 'Åbo'), city(espoo, 'Espoo', 'Esbo')];
