import { useLoaderData } from 'react-router';
import { Actions, Go, Press } from '../../web/components/actions.tsx';
import { Confirm } from '../../web/components/confirm.tsx';
import { State } from '../../web/components/facts.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { type Form, formAction, goTo, type Page as OpenPage, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { decideVouching, decideVouchingInput } from '../vouching/decide-vouching.ts';
import { endRequest } from '../vouching/end-request.ts';
import { linkHash, linkPath, newLinkSecret } from '../vouching/link.ts';
import { opensRequest, readRequest } from '../vouching/read-vouching.ts';
import { makeLink, sendRequest } from '../vouching/send-request.ts';
import { keepMadeLink, takeMadeLink } from './vouching/made-link.ts';
import { AskedWords, Said, VouchingStateWord } from './vouching/words.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => {
  const requestId = page.param('vouchRequestId');
  const request = await page.run(readRequest, requestId);
  const secret = takeMadeLink(page.app, page.request);
  const isOwn = secret !== null && (await page.run(opensRequest, { requestId, secretHash: linkHash(secret) }));
  // Once it is answered the link is the other's, to take back what they said.
  const isShown = isOwn && request.state === 'asked';
  return { ...request, link: isShown ? page.app.config.url + linkPath(secret, request.language) : null };
});

const send = async (page: OpenPage, form: Form): Promise<Response> => {
  const requestId = page.param('vouchRequestId');
  const { version } = form;
  const path = `/know-how/vouching/${requestId}`;
  if (form.text('do') === 'send') {
    await page.run(sendRequest, { requestId, version });
    return goTo(path, 'sent');
  }
  const secret = newLinkSecret(page.actor.cityId);
  await page.run(makeLink, { requestId, version, secretHash: linkHash(secret) });
  return keepMadeLink(page.app, { response: goTo(path, 'linkMade'), path, secret });
};

export const action = formAction(async (page, form) => {
  const requestId = page.param('vouchRequestId');
  const path = `/know-how/vouching/${requestId}`;
  const { version } = form;
  switch (form.text('do')) {
    case 'send':
    case 'link':
      return send(page, form);
    case 'end':
      await page.run(endRequest, { requestId, version });
      return goTo('/know-how/vouching', 'removed');
    default: {
      const { decision } = form.read(decideVouchingInput, { decision: form.text('do') });
      await page.run(decideVouching, { vouchingId: form.text('vouchingId'), version, decision });
      return goTo(path, decision === 'accept' ? 'vouchTaken' : 'saved');
    }
  }
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
type OneVouching = Loaded['vouchings'][number];

const MadeLink = ({ link, linkDays }: Pick<Loaded, 'link' | 'linkDays'>) => {
  const { t } = useText();
  if (link === null) return null;
  return (
    <Section title={t('vouch.link.title')}>
      <p>{t('vouch.link.what', { days: linkDays })}</p>
      <p className="vouch__link">
        <code>{link}</code>
      </p>
      <p>
        <a href={`mailto:?body=${encodeURIComponent(link)}`}>{t('vouch.link.mail')}</a>
      </p>
    </Section>
  );
};

const sendWord = ({ way, state }: Pick<Loaded, 'way' | 'state'>) =>
  state === 'draft' ? (`vouch.send.${way}` as const) : (`vouch.sendAgain.${way}` as const);

/** What can be done before there is an answer. */
const Sending = (request: Loaded) => {
  const { t } = useText();
  const { id, way, moves, version, canSendAgain, state } = request;
  const canSend = moves.includes('send') || (moves.includes('sendAgain') && canSendAgain);
  return (
    <>
      <Actions>
        {canSend ? (
          <Press
            kind={state === 'draft' ? 'primary' : 'secondary'}
            fields={{ do: way === 'link' ? 'link' : 'send', version }}
          >
            {t(sendWord(request))}
          </Press>
        ) : null}
        {moves.includes('change') ? (
          <Go to={`/know-how/vouching/${id}/change`} kind="secondary">
            {t('vouch.change.go')}
          </Go>
        ) : null}
      </Actions>
      {moves.includes('sendAgain') && !canSendAgain ? <p className="quiet">{t('vouch.sendAgain.enough')}</p> : null}
      {moves.includes('end') ? (
        <Confirm
          label={t(`vouch.end.${state === 'draft' ? 'draft' : 'sent'}`)}
          what={t(`vouch.endWhat.${state === 'draft' ? 'draft' : 'sent'}`)}
        >
          <Press fields={{ do: 'end', version }}>{t(`vouch.endSend.${state === 'draft' ? 'draft' : 'sent'}`)}</Press>
        </Confirm>
      ) : null}
    </>
  );
};

const decisionWords = { accept: 'vouch.accept', leave: 'vouch.leave', remove: 'vouch.remove' } as const;

const Decide = ({ vouching }: { vouching: OneVouching }) => {
  const { t } = useText();
  const { id, label, decisions, version, state } = vouching;
  return (
    <Actions>
      {decisions.map((decision) => (
        <Press
          key={decision}
          kind={decision === 'accept' && state === 'offered' ? 'primary' : 'secondary'}
          fields={{ do: decision, vouchingId: id, version }}
        >
          {t(decisionWords[decision])}
          <span className="aksel-sr-only">: {label}</span>
        </Press>
      ))}
    </Actions>
  );
};

const Answers = ({ vouchings }: Pick<Loaded, 'vouchings'>) => {
  const { t, time } = useText();
  return (
    <ul className="vouchings">
      {vouchings.map((one) => (
        <li key={one.id}>
          <p>
            <strong className="vouch__label">{one.label}</strong>{' '}
            <VouchingStateWord state={one.state} side="customer" />
          </p>
          <Said {...one} />
          {one.withdrawnAt ? <p className="quiet">{t('vouch.withdrawnAt', { at: time(one.withdrawnAt) })}</p> : null}
          <Decide vouching={one} />
        </li>
      ))}
    </ul>
  );
};

const titleOf = ({ state, isOffered }: Loaded) =>
  isOffered ? ('vouch.request.offered' as const) : (`vouch.request.${state}` as const);

const StateLine = (request: Loaded) => {
  const { t, time } = useText();
  const { state, openUntil, askedAt, letters, way } = request;
  if (state !== 'asked' && state !== 'runOut') return null;
  const at = openUntil ? time(openUntil) : '';
  return (
    <p>
      <State kind={state === 'asked' ? 'plain' : 'care'}>{t(`vouch.stateOf.${state}`)}</State>{' '}
      <span className="quiet">
        {askedAt ? t('vouch.askedAt', { at: time(askedAt) }) : ''} {t(`vouch.until.${state}`, { at })}{' '}
        {way === 'mail' ? t('vouch.letters', { count: letters }) : ''}
      </span>
    </p>
  );
};

export default function VouchRequest() {
  const request = useLoaderData<typeof loader>();
  const { t, time } = useText();
  const { state, askedName, voucherName, voucherRole, relation, vouchings, answeredAt, way } = request;
  const name = voucherName || askedName;
  const title = t(titleOf(request), { name });
  const isAnswered = state === 'answered';
  return (
    <Page title={title} lead={isAnswered ? t('vouch.request.answeredLead') : undefined}>
      <Title within={t('vouch.mine.title')}>{title}</Title>
      <StateLine {...request} />
      <MadeLink link={request.link} linkDays={request.linkDays} />
      {isAnswered ? (
        <>
          <p className="quiet">
            {t(way === 'adviser' ? 'vouch.by.inTuttu' : 'vouch.by.link', {
              who: [name, voucherRole].filter(Boolean).join(', '),
              relation: t(`vouch.relation.${relation}`),
              at: answeredAt ? time(answeredAt) : '',
            })}
          </p>
          <Answers vouchings={vouchings} />
        </>
      ) : null}
      {request.isOffered ? null : (
        <Section title={t(state === 'draft' ? 'vouch.request.willSee' : 'vouch.request.saw', { name: askedName })}>
          <AskedWords {...request} labels={vouchings.map(({ label }) => label)} />
        </Section>
      )}
      <Sending {...request} />
      <p>
        <a href="/know-how/vouching">{t('vouch.mine.back')}</a>
      </p>
    </Page>
  );
}
