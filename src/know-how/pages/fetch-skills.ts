/** `apart`: what tells it from another of nearly the same name in the list. */
export type Found = { uri: string; label: string; apart: string | null };

const isFound = (value: unknown): value is Found =>
  typeof value === 'object' &&
  value !== null &&
  'uri' in value &&
  typeof value.uri === 'string' &&
  'label' in value &&
  typeof value.label === 'string' &&
  'apart' in value &&
  (value.apart === null || typeof value.apart === 'string');

/** In the browser: asks our own API while the person types. Throws when it cannot be reached or answers with a problem. */
export const fetchSkills = async (query: string, language: string, signal: AbortSignal): Promise<Found[]> => {
  const asked = new URLSearchParams({ q: query, language, limit: '8' });
  const response = await fetch(`/api/skills?${asked}`, { signal, headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(String(response.status));
  const answer: unknown = await response.json();
  return Array.isArray(answer) ? answer.filter(isFound).map(({ uri, label, apart }) => ({ uri, label, apart })) : [];
};
