import type { ModelFault } from './outside-model.ts';

export type AskingState = 'waiting' | 'answered' | 'failed';

declare module '../../kernel/tables.ts' {
  interface Tables {
    outsideAsking: {
      cityId: string;
      storyId: string;
      customerId: string;
      /** The text that was asked about. */
      storyVersion: number;
      /** The name of the model that was asked. */
      model: string;
      state: AskingState;
      fault: ModelFault | null;
      askedAt: Date;
      answeredAt: Date | null;
    };
  }
}
