import { useLoaderData } from 'react-router';
import { readMail } from '../../kernel/mailbox.ts';
import { notFound } from '../../kernel/problem.ts';
import { Facts } from '../components/facts.tsx';
import { Page, Title } from '../components/layout.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: 'anyone' };

export const loader = pageLoader(async ({ app, param }) => {
  const city = app.cities.find(param('cityId'));
  if (!app.config.demo || !city) throw notFound();
  const asked = { cityId: city.id, id: param('mailId') };
  const mail = await app.database.inCity(city.id, (tx) => readMail(tx, app.services.secrets, asked));
  if (!mail) throw notFound();
  return { ...mail, cityId: city.id, ownAddress: `${app.config.url}/` };
});

/** A message's text; a line that is an address of ours is a link, as a mail program would make it. */
const Body = ({ body, ownAddress }: { body: string; ownAddress: string }) => (
  <div className="words">
    {body.split('\n').map((line, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text, in its order
      <span key={index}>
        {line.startsWith(ownAddress) ? <a href={line.slice(ownAddress.length - 1)}>{line}</a> : line}
        {'\n'}
      </span>
    ))}
  </div>
);

export default function OneMail() {
  const mail = useLoaderData<typeof loader>();
  const { t, time } = useText();
  return (
    <Page title={mail.subject}>
      <Title within={t('mailbox.title')}>{mail.subject}</Title>
      <Facts
        facts={[
          { what: t('mailbox.to'), value: mail.name },
          { what: t('mailbox.address'), value: mail.toAddress },
          { what: t('mailbox.written'), value: time(mail.createdAt) },
          { what: t('mailbox.sent'), value: mail.sentAt ? time(mail.sentAt) : t('mailbox.notSent') },
        ]}
      />
      <div lang={mail.language}>
        <Body body={mail.body} ownAddress={mail.ownAddress} />
      </div>
      <p>
        <a href={`/mailbox?city=${mail.cityId}`}>{t('mailbox.back')}</a>
      </p>
    </Page>
  );
}
