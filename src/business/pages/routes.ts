import { type RouteConfigEntry, route } from '@react-router/dev/routes';

export const businessRoutes: RouteConfigEntry[] = [
  route('challenges', '../business/pages/challenges.tsx'),
  route('challenges/new', '../business/pages/new-challenge.tsx'),
  route('challenges/:challengeId', '../business/pages/challenge.tsx'),
  route('challenges/:challengeId/edit', '../business/pages/edit-challenge.tsx'),
  route('challenges/:challengeId/needs', '../business/pages/challenge-needs.tsx'),
  route('open-challenges', '../business/pages/open-challenges.tsx'),
  route('businesses', '../business/pages/businesses.tsx'),
  route('businesses/:businessId', '../business/pages/business.tsx'),
];
