import nodemailer from 'nodemailer';
import { z } from 'zod';
import type { App } from './app.ts';
import { sayCarried } from './kernel/notices/send-due.ts';
import { withSecret } from './kernel/notices.ts';
import { httpGateway, SmsTrouble } from './kernel/sms/gateway.ts';

const mailJob = z.object({ cityId: z.string(), mailId: z.string() });
const smsJob = z.object({ cityId: z.string(), smsId: z.string() });

/** A mail server's no for good (RFC 5321, 4.2.1): the address does not exist, or takes nothing. What it puts off is tried again. */
const isRefused = (error: unknown): boolean =>
  error instanceof Error && 'responseCode' in error && Number(error.responseCode) >= 550;

type Sent = 'sent' | 'refused';
type Message = Record<'from' | 'to' | 'subject' | 'text' | 'messageId', string> & { headers: Record<string, string> };

/** Sends one mail through the operator's SMTP; in the demo the built-in mailbox is where it arrives. */
export const createSendMail = ({ database, clock, config, services }: App) => {
  const transport = config.smtpUrl ? nodemailer.createTransport(config.smtpUrl) : null;
  const send = async (message: Message): Promise<Sent> => {
    try {
      await transport?.sendMail(message);
      return 'sent';
    } catch (error) {
      if (isRefused(error)) return 'refused';
      throw error;
    }
  };
  return async (job: unknown): Promise<void> => {
    const { cityId, mailId } = mailJob.parse(job);
    const trySending = () =>
      database.inCity(cityId, async (tx) => {
        const mail = await tx
          .selectFrom('mail')
          .select(['toAddress', 'subject', 'body', 'language', 'createdAt', 'secretSealed'])
          .where('cityId', '=', cityId)
          .where('id', '=', mailId)
          .where('sentAt', 'is', null)
          .forUpdate()
          .executeTakeFirst();
        if (!mail) return;
        const sent = await send({
          from: config.mailFrom,
          to: mail.toAddress,
          subject: mail.subject,
          text: withSecret(services.secrets, mail),
          messageId: `<${mailId}@tuttu>`,
          headers: { 'Content-Language': mail.language, 'Auto-Submitted': 'auto-generated' },
        });
        const now = transport ? clock() : mail.createdAt;
        await sayCarried({ tx, cityId, now }, { carrierId: mailId, isSent: sent === 'sent' });
        if (sent === 'refused') return;
        await tx
          .updateTable('mail')
          // What has left us is forgotten; in the demo the letter is read in the mailbox, link and all.
          .set(transport ? { sentAt: now, secretSealed: null } : { sentAt: now })
          .where('cityId', '=', cityId)
          .where('id', '=', mailId)
          .execute();
      });
    await sayIfFailed({ database, clock }, { cityId, carrierId: mailId }, trySending);
  };
};

/** What did not go now may go when it is tried again; until then whoever looks sees that it has not arrived. */
const sayIfFailed = async (
  { database, clock }: Pick<App, 'database' | 'clock'>,
  { cityId, carrierId }: { cityId: string; carrierId: string },
  trySending: () => Promise<void>,
): Promise<void> => {
  try {
    await trySending();
  } catch (error) {
    await database.inCity(cityId, (tx) => sayCarried({ tx, cityId, now: clock() }, { carrierId, isSent: false }));
    throw error;
  }
};

/** Sends one text message through the operator's gateway; in the demo the built-in telephone is where it arrives. */
export const createSendSms = ({ database, clock, config, services }: App) => {
  const gateway = config.sms ? httpGateway(config.sms) : null;
  const send = async (message: { to: string; text: string; id: string }): Promise<Sent> => {
    if (!gateway && !config.demo) return 'refused';
    try {
      await gateway?.send(message);
      return 'sent';
    } catch (error) {
      if (error instanceof SmsTrouble && !error.mayPass) return 'refused';
      throw error;
    }
  };
  return async (job: unknown): Promise<void> => {
    const { cityId, smsId } = smsJob.parse(job);
    const trySending = () =>
      database.inCity(cityId, async (tx) => {
        const sms = await tx
          .selectFrom('sms')
          .select(['toNumber', 'text', 'createdAt', 'secretSealed'])
          .where('cityId', '=', cityId)
          .where('id', '=', smsId)
          .where('sentAt', 'is', null)
          .forUpdate()
          .executeTakeFirst();
        if (!sms) return;
        const text = withSecret(services.secrets, { body: sms.text, secretSealed: sms.secretSealed });
        const sent = await send({ to: sms.toNumber, text, id: smsId });
        const now = gateway ? clock() : sms.createdAt;
        await sayCarried({ tx, cityId, now }, { carrierId: smsId, isSent: sent === 'sent' });
        await tx
          .updateTable('sms')
          .set({
            ...(sent === 'sent' ? { sentAt: now } : { failedAt: now }),
            // What has left us is forgotten; in the demo the code is read on the telephone's page.
            ...(gateway && { secretSealed: null }),
          })
          .where('cityId', '=', cityId)
          .where('id', '=', smsId)
          .execute();
      });
    await sayIfFailed({ database, clock }, { cityId, carrierId: smsId }, trySending);
  };
};
