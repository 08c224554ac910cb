import type { Generated } from 'kysely';
import type { InLanguages } from '../../kernel/languages.ts';

export const talkKinds = ['firstInterview', 'followUp', 'supplementary', 'review'] as const;
export type TalkKind = (typeof talkKinds)[number];

export const talkWays = ['inPerson', 'phone', 'video'] as const;
export type TalkWay = (typeof talkWays)[number];

export const rhythmUnits = ['days', 'workingDays', 'weeks', 'months'] as const;
export type RhythmUnit = (typeof rhythmUnits)[number];

export const anchors = ['begun', 'interview'] as const;
export type Anchor = (typeof anchors)[number];

/** What a city can decide beside a model. */
export const cityRuleKinds = ['firstInterview', 'supplementary', 'review'] as const;
export type CityRuleKind = (typeof cityRuleKinds)[number];

export const phases = ['process', 'sanctions', 'profile'] as const;
export type Phase = (typeof phases)[number];

declare module '../../kernel/tables.ts' {
  interface Tables {
    processModel: {
      id: string;
      fromOn: string;
      untilOn: string | null;
      law: string;
      source: string;
      confidence: string;
      /** Which of its facts nobody has checked; empty for none. */
      unchecked: string;
      dutyLeast: number | null;
      dutyUsual: number | null;
      dutyMost: number | null;
      neglect: InLanguages | null;
    };
    processRule: {
      modelId: string;
      line: number;
      kind: TalkKind;
      anchor: Anchor;
      afterMonths: number;
      every: number;
      unit: RhythmUnit;
      /** Null: without an end. */
      times: number | null;
      /** The same again so many months after; null: only once. */
      againMonths: number | null;
      inPerson: boolean;
    };
    processPhase: { modelId: string; fromOn: string; what: Phase; says: InLanguages };
    cityProcessRule: {
      cityId: string;
      modelId: string;
      kind: CityRuleKind;
      fromOn: string;
      /** Null: from then on the city adds nothing. */
      every: number | null;
      unit: RhythmUnit;
      source: string;
    };
    jobSearch: {
      cityId: string;
      id: string;
      customerId: string;
      /** The model in force on the day it began; it stays to the end. */
      modelId: string;
      begunOn: string;
      endedOn: string | null;
      endedWhy: Generated<string>;
      writtenBy: string;
      writtenName: string;
      writtenAt: Date;
      version: Generated<number>;
    };
    talk: {
      cityId: string;
      id: string;
      customerId: string;
      kind: TalkKind;
      heldOn: string;
      how: TalkWay;
      howWhy: Generated<string>;
      byId: string;
      byName: string;
      at: Date;
      version: Generated<number>;
      /** It was written down by mistake: it counts no more. */
      takenBackAt: Date | null;
    };
    talkChange: {
      cityId: string;
      talkId: string;
      /** The version it was. */
      version: number;
      kind: TalkKind;
      heldOn: string;
      how: TalkWay;
      howWhy: Generated<string>;
      why: string;
      personId: string;
      personName: string;
      at: Date;
    };
  }
}
