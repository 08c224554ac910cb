import { type RouteConfigEntry, route } from '@react-router/dev/routes';

export const insightRoutes: RouteConfigEntry[] = [route('figures', '../insight/pages/figures.tsx')];
