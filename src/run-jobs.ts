import nodemailer from 'nodemailer';
import { z } from 'zod';
import type { App } from './app.ts';
import { forgetQuestions } from './business/index.ts';
import { eventHandlers } from './event-handlers.ts';
import { dayIn } from './kernel/clock.ts';
import { createNotify } from './kernel/notices.ts';
import { sealUseLog } from './kernel/use-log.ts';
import { forgetChanges } from './matching/index.ts';

const eventJob = z.object({
  eventId: z.string(),
  cityId: z.string(),
  topic: z.string(),
  data: z.record(z.string(), z.string()),
  /** When it happened, if that was in the demo's past; else it is handled as of now. */
  at: z.iso.datetime().optional(),
});
const mailJob = z.object({ cityId: z.string(), mailId: z.string() });

/** Handles one event in its city, once: a second delivery finds its mark and does nothing. */
const handleEvent = async ({ database, jobs, say, clock, config }: App, job: unknown): Promise<void> => {
  const { eventId, cityId, topic, data, at } = eventJob.parse(job);
  const handle = eventHandlers[topic];
  if (!handle) return;
  await database.inCity(cityId, async (tx) => {
    const mark = await tx
      .insertInto('handledEvent')
      .values({ cityId, eventId })
      .onConflict((conflict) => conflict.columns(['cityId', 'eventId']).doNothing())
      .returning('eventId')
      .executeTakeFirst();
    if (!mark) return;
    const now = at === undefined ? clock() : new Date(at);
    const notify = createNotify({ tx, cityId, eventId, now, jobs, say, url: config.url });
    await handle({ tx, cityId, eventId, now, notify }, data);
  });
};

/** Sends one mail through the operator's SMTP; in the demo the built-in mailbox is where it arrives. */
const createSendMail = ({ database, clock, config }: App) => {
  const transport = config.smtpUrl ? nodemailer.createTransport(config.smtpUrl) : null;
  return async (job: unknown): Promise<void> => {
    const { cityId, mailId } = mailJob.parse(job);
    await database.inCity(cityId, async (tx) => {
      const mail = await tx
        .selectFrom('mail')
        .select(['toAddress', 'subject', 'body', 'language', 'createdAt'])
        .where('cityId', '=', cityId)
        .where('id', '=', mailId)
        .where('sentAt', 'is', null)
        .forUpdate()
        .executeTakeFirst();
      if (!mail) return;
      if (transport)
        await transport.sendMail({
          from: config.mailFrom,
          to: mail.toAddress,
          subject: mail.subject,
          text: mail.body,
          messageId: `<${mailId}@tuttu>`,
          headers: { 'Content-Language': mail.language, 'Auto-Submitted': 'auto-generated' },
        });
      await tx
        .updateTable('mail')
        .set({ sentAt: transport ? clock() : mail.createdAt })
        .where('cityId', '=', cityId)
        .where('id', '=', mailId)
        .execute();
    });
  };
};

/** What is done again and again: seal the use log, forget old keys and sessions. */
const keepHouse = async ({ database, cities, clock }: App): Promise<void> => {
  const dayAgo = new Date(clock().getTime() - 24 * 3_600_000);
  await database.acrossCities((tx) => tx.deleteFrom('session').where('expiresAt', '<', dayAgo).execute());
  for (const { id: cityId } of cities.all())
    await database.inCity(cityId, async (tx) => {
      await sealUseLog(tx, cityId);
      await forgetChanges(tx, cityId, dayAgo);
      await forgetQuestions(tx, cityId, dayIn('UTC', dayAgo));
      await tx.deleteFrom('postedOnce').where('cityId', '=', cityId).where('createdAt', '<', dayAgo).execute();
    });
};

export const startJobs = async (app: App): Promise<void> => {
  await app.jobs.work({
    event: (job) => handleEvent(app, job),
    mail: createSendMail(app),
    housekeeping: () => keepHouse(app),
  });
  await app.jobs.repeat('housekeeping', '* * * * *', {});
};
