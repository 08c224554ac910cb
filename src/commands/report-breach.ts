import { readCities } from '../kernel/cities.ts';
import { isDay, systemClock } from '../kernel/clock.ts';
import { isId } from '../kernel/ids.ts';
import { runAsOperator } from '../kernel/run-as-operator.ts';
import { breachCsv, exportBreach, findAccounts } from '../rights/index.ts';
import { type Command, CommandError, readOptions, withDatabase } from './command.ts';

export const reportBreach: Command = {
  name: ['report', 'breach'],
  usage: "report breach --city turku --account 'Päivi Kallioinen' --from 2026-03-01 --until 2026-03-31",
  summary:
    'whose data an account has looked at, exported or changed in those days, exactly, as CSV; --account is a name, a part of one, or a number; the report is in the use log',
  async run(words, environment) {
    const options = readOptions(words, { needed: ['city', 'account', 'from', 'until'], optional: [] });
    const { city: cityId, account, from: fromOn, until: untilOn } = options;
    if (!isDay(fromOn) || !isDay(untilOn)) throw new CommandError('--from and --until are days: 2026-03-01');
    await withDatabase(environment, async (database) => {
      const city = (await database.acrossCities(readCities)).find(({ id }) => id === cityId);
      if (!city) throw new CommandError(`There is no city "${cityId}".`);
      const where = { database, cityId, timeZone: city.timeZone, now: systemClock(), command: 'tuttu report breach' };
      const found = isId(account)
        ? [{ accountId: account, name: account }]
        : await runAsOperator(where, findAccounts, { name: account });
      const [only, ...more] = found;
      if (!only) throw new CommandError(`Nobody called "${account}" acts for ${cityId} or a business there.`);
      if (more.length > 0)
        throw new CommandError(
          `Several are called so. Give the number:\n${found.map((one) => `  ${one.accountId}  ${one.name}`).join('\n')}`,
        );
      const report = await runAsOperator(where, exportBreach, { accountId: only.accountId, fromOn, untilOn });
      process.stdout.write(breachCsv(report));
    });
  },
};
