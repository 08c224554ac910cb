import { businessData } from '../business/index.ts';
import { dialogueData } from '../dialogue/index.ts';
import type { DataMap } from '../kernel/data-map.ts';
import { kernelData } from '../kernel/kernel-data.ts';
import { knowHowData } from '../know-how/index.ts';
import { matchingData } from '../matching/index.ts';
import { pathData } from '../path/index.ts';
import { rightsData } from './rights-data.ts';

/** Every table there is, and whose data it holds; each domain says it of its own (`<domain>-data.ts`). */
export const dataMap: DataMap = {
  ...kernelData,
  ...knowHowData,
  ...matchingData,
  ...businessData,
  ...dialogueData,
  ...pathData,
  ...rightsData,
};
