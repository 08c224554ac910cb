import type { City } from '../kernel/cities.ts';

const timeZone = 'Europe/Helsinki';
const languages: City['languages'] = ['fi', 'sv', 'en'];

/** Addresses that can never belong to anyone (RFC 2606). */
const feedbackOf = (id: string): City['feedback'] => ({
  email: `palaute@${id}.example`,
  phone: null,
  page: `https://${id}.example/palaute`,
});

/** The six cities of the demo. Colours are near each city's own, with white text readable on the action colour. */
export const demoCities: readonly City[] = [
  {
    id: 'espoo',
    feedback: feedbackOf('espoo'),
    name: { fi: 'Espoo', sv: 'Esbo', en: 'Espoo' },
    actionColor: '#0050bb',
    edgeColor: '#249fff',
    languages,
    timeZone,
  },
  {
    id: 'helsinki',
    feedback: feedbackOf('helsinki'),
    name: { fi: 'Helsinki', sv: 'Helsingfors', en: 'Helsinki' },
    actionColor: '#0000bf',
    edgeColor: '#0000bf',
    languages,
    timeZone,
  },
  {
    id: 'oulu',
    feedback: feedbackOf('oulu'),
    name: { fi: 'Oulu', sv: 'Uleåborg', en: 'Oulu' },
    actionColor: '#8a1257',
    edgeColor: '#e5007d',
    languages,
    timeZone,
  },
  {
    id: 'tampere',
    feedback: feedbackOf('tampere'),
    name: { fi: 'Tampere', sv: 'Tammerfors', en: 'Tampere' },
    actionColor: '#22437b',
    edgeColor: '#c83e36',
    languages,
    timeZone,
  },
  {
    id: 'turku',
    feedback: feedbackOf('turku'),
    name: { fi: 'Turku', sv: 'Åbo', en: 'Turku' },
    actionColor: '#00605f',
    edgeColor: '#ffb000',
    languages,
    timeZone,
  },
  {
    id: 'vantaa',
    feedback: feedbackOf('vantaa'),
    name: { fi: 'Vantaa', sv: 'Vanda', en: 'Vantaa' },
    actionColor: '#1a4d8f',
    edgeColor: '#005eb8',
    languages,
    timeZone,
  },
];
