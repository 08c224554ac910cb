import type { City } from '../kernel/cities.ts';

const timeZone = 'Europe/Helsinki';
const languages: City['languages'] = ['fi', 'sv', 'en'];

/** The six cities of the demo. Colours are near each city's own, with white text readable on the action colour. */
export const demoCities: readonly City[] = [
  {
    id: 'espoo',
    name: { fi: 'Espoo', sv: 'Esbo', en: 'Espoo' },
    actionColor: '#0050bb',
    edgeColor: '#249fff',
    languages,
    timeZone,
  },
  {
    id: 'helsinki',
    name: { fi: 'Helsinki', sv: 'Helsingfors', en: 'Helsinki' },
    actionColor: '#0000bf',
    edgeColor: '#0000bf',
    languages,
    timeZone,
  },
  {
    id: 'oulu',
    name: { fi: 'Oulu', sv: 'Uleåborg', en: 'Oulu' },
    actionColor: '#8a1257',
    edgeColor: '#e5007d',
    languages,
    timeZone,
  },
  {
    id: 'tampere',
    name: { fi: 'Tampere', sv: 'Tammerfors', en: 'Tampere' },
    actionColor: '#22437b',
    edgeColor: '#c83e36',
    languages,
    timeZone,
  },
  {
    id: 'turku',
    name: { fi: 'Turku', sv: 'Åbo', en: 'Turku' },
    actionColor: '#00605f',
    edgeColor: '#ffb000',
    languages,
    timeZone,
  },
  {
    id: 'vantaa',
    name: { fi: 'Vantaa', sv: 'Vanda', en: 'Vantaa' },
    actionColor: '#1a4d8f',
    edgeColor: '#005eb8',
    languages,
    timeZone,
  },
];
