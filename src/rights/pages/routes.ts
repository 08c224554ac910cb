import { type RouteConfigEntry, route } from '@react-router/dev/routes';

export const rightsRoutes: RouteConfigEntry[] = [
  route('my-data', '../rights/pages/my-data.tsx'),
  route('my-data/file', '../rights/pages/my-data-file.tsx'),
  route('my-data/correct', '../rights/pages/correct.tsx'),
  route('my-data/restrict', '../rights/pages/restrict.tsx'),
  route('my-data/erase', '../rights/pages/erase.tsx'),
  route('corrections', '../rights/pages/corrections.tsx'),
  route('corrections/:correctionId', '../rights/pages/one-correction.tsx'),
  route('retention', '../rights/pages/retention.tsx'),
  route('breach', '../rights/pages/breach.tsx'),
  route('breach/file', '../rights/pages/breach-file.tsx'),
  route('customers/:customerId/protection', '../rights/pages/protection.tsx'),
];
