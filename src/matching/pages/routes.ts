import { type RouteConfigEntry, route } from '@react-router/dev/routes';

export const matchingRoutes: RouteConfigEntry[] = [
  route('matches', '../matching/pages/matches.tsx'),
  route('matches/:challengeId', '../matching/pages/match.tsx'),
  route('matches/:challengeId/yes', '../matching/pages/say-yes.tsx'),
  route('adverts', '../matching/pages/adverts.tsx'),
  route('demo-adverts/:uid', '../matching/pages/demo-advert.tsx'),
  route('matching-work', '../matching/pages/matching-work.tsx'),
  route('suggestion-log', '../matching/pages/suggestion-log.tsx'),
  route('answers', '../matching/pages/answers.tsx'),
  route('ask-a-person', '../matching/pages/ask-person.tsx'),
  route('ask-a-person/new', '../matching/pages/new-ask.tsx'),
  route('ask-a-person/:personAskId', '../matching/pages/own-ask.tsx'),
  route('asks', '../matching/pages/asked-persons.tsx'),
  route('asks/:personAskId', '../matching/pages/asked-person.tsx'),
  route('asks/:personAskId/hand-over', '../matching/pages/hand-over.tsx'),
  route('suggestions', '../matching/pages/suggestions.tsx'),
  route('suggestions/file', '../matching/pages/suggestions-file.tsx'),
  route('how-matching-works', '../matching/pages/how-matching-works.tsx'),
];
