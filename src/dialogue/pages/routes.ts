import { type RouteConfigEntry, route } from '@react-router/dev/routes';

export const dialogueRoutes: RouteConfigEntry[] = [
  route('threads', '../dialogue/pages/threads.tsx'),
  route('threads/:threadId', '../dialogue/pages/thread.tsx'),
];
