import businessEn from '../business/messages/en.json' with { type: 'json' };
import businessFi from '../business/messages/fi.json' with { type: 'json' };
import businessSv from '../business/messages/sv.json' with { type: 'json' };
import dialogueEn from '../dialogue/messages/en.json' with { type: 'json' };
import dialogueFi from '../dialogue/messages/fi.json' with { type: 'json' };
import dialogueSv from '../dialogue/messages/sv.json' with { type: 'json' };
import insightEn from '../insight/messages/en.json' with { type: 'json' };
import insightFi from '../insight/messages/fi.json' with { type: 'json' };
import insightSv from '../insight/messages/sv.json' with { type: 'json' };
import type { Language } from '../kernel/languages.ts';
import kernelEn from '../kernel/messages/en.json' with { type: 'json' };
import kernelFi from '../kernel/messages/fi.json' with { type: 'json' };
import kernelSv from '../kernel/messages/sv.json' with { type: 'json' };
import type { Catalogue } from '../kernel/say.ts';
import knowHowEn from '../know-how/messages/en.json' with { type: 'json' };
import knowHowFi from '../know-how/messages/fi.json' with { type: 'json' };
import knowHowSv from '../know-how/messages/sv.json' with { type: 'json' };
import matchingEn from '../matching/messages/en.json' with { type: 'json' };
import matchingFi from '../matching/messages/fi.json' with { type: 'json' };
import matchingSv from '../matching/messages/sv.json' with { type: 'json' };
import pathEn from '../path/messages/en.json' with { type: 'json' };
import pathFi from '../path/messages/fi.json' with { type: 'json' };
import pathSv from '../path/messages/sv.json' with { type: 'json' };
import rightsEn from '../rights/messages/en.json' with { type: 'json' };
import rightsFi from '../rights/messages/fi.json' with { type: 'json' };
import rightsSv from '../rights/messages/sv.json' with { type: 'json' };
import webEn from '../web/messages/en.json' with { type: 'json' };
import webFi from '../web/messages/fi.json' with { type: 'json' };
import webSv from '../web/messages/sv.json' with { type: 'json' };

// Marked pure, so that the browser's bundle leaves it out: there only the page's own texts are known.
const fi = /* @__PURE__ */ (() => ({
  ...kernelFi,
  ...webFi,
  ...knowHowFi,
  ...businessFi,
  ...matchingFi,
  ...dialogueFi,
  ...pathFi,
  ...insightFi,
  ...rightsFi,
}))();

/** Every key of the message files: a key that is not there fails the type check. */
export type MessageKey = keyof typeof fi;

/** All texts of the product. That the three languages have the same keys and values is checked by scripts/check-messages.ts. */
export const catalogues: Record<Language, Catalogue> = /* @__PURE__ */ (() => ({
  fi,
  sv: {
    ...kernelSv,
    ...webSv,
    ...knowHowSv,
    ...businessSv,
    ...matchingSv,
    ...dialogueSv,
    ...pathSv,
    ...insightSv,
    ...rightsSv,
  },
  en: {
    ...kernelEn,
    ...webEn,
    ...knowHowEn,
    ...businessEn,
    ...matchingEn,
    ...dialogueEn,
    ...pathEn,
    ...insightEn,
    ...rightsEn,
  },
}))();
