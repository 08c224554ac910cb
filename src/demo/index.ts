import type { App } from '../app.ts';

export const loadDemo = async (_app: App, _tell: (text: string) => void): Promise<void> => {};
export const printDemo = async (_app: App, _say: (line: string) => void): Promise<void> => {};
