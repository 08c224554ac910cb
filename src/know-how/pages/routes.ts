import { type RouteConfigEntry, route } from '@react-router/dev/routes';

export const knowHowRoutes: RouteConfigEntry[] = [
  route('know-how', '../know-how/pages/my-know-how.tsx'),
  route('know-how/add', '../know-how/pages/add.tsx'),
  route('know-how/stories/:storyId', '../know-how/pages/story.tsx'),
  route('know-how/stories/:storyId/edit', '../know-how/pages/edit-story.tsx'),
  route('know-how/:knowHowId/change', '../know-how/pages/change.tsx'),
  route('leave', '../know-how/pages/leave.tsx'),
  route('leave/file', '../know-how/pages/leave-file.tsx'),
  route('limits', '../know-how/pages/limits.tsx'),
];
