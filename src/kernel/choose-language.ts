import type { Database } from './database.ts';
import type { Language } from './languages.ts';
import type { Session } from './session.ts';

/** Keeps the language somebody chose, so that pages and mail speak it from now on. A visitor has only the browser's cookie. */
export const chooseLanguage = async (
  database: Database,
  session: Session | null,
  language: Language,
): Promise<void> => {
  if (!session) return;
  const { personId, actor } = session;
  await database.acrossCities((tx) => tx.updateTable('person').set({ language }).where('id', '=', personId).execute());
  if (!actor) return;
  await database.inCity(actor.cityId, (tx) =>
    tx
      .updateTable('cityPerson')
      .set({ language })
      .where('cityId', '=', actor.cityId)
      .where('personId', '=', personId)
      .execute(),
  );
};
