import { useLoaderData } from 'react-router';
import { readMarks } from '../../kernel/acting/acted-for.ts';
import { ActedMarks } from '../../web/components/acted-marks.tsx';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { Confirm, More } from '../../web/components/confirm.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Choice, PostForm, TextArea } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { useLogWords } from '../../web/log-words.tsx';
import { type Form, formAction, goTo, type PageHandle, type Page as PageOf, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { askAgain, withdrawRequest } from '../documents/change-request.ts';
import { deleteDocument } from '../documents/delete-document.ts';
import { choiceOf, notHadInput, shownInput } from '../documents/document-input.ts';
import { readDocument } from '../documents/read-documents.ts';
import { sayNotHad } from '../documents/say-not-had.ts';
import { showDocument } from '../documents/show-document.ts';
import { DocumentState } from './parts/document-line.tsx';
import { documentLabels, groundHint, shownOptions, sizeText } from './parts/document-words.ts';

export const handle: PageHandle = { roles: ['customer', 'adviser', 'socialWorker'] };

export const loader = pageLoader(async (page) => ({
  ...(await page.run(readDocument, page.param('documentId'))),
  marks: await page.run(readMarks, { path: `/documents/${page.param('documentId')}` }),
  isCustomer: page.actor.role === 'customer',
}));

/** Does what the pressed button says. Returns what to tell. */
const act = async (page: PageOf, form: Form): Promise<string> => {
  const asked = { documentId: page.param('documentId'), version: form.version };
  switch (form.text('do')) {
    case 'sayNot':
      await page.run(sayNotHad, { ...asked, ...form.read(notHadInput, { word: form.text('word') }) });
      return 'documentNotHad';
    case 'show':
      await page.run(showDocument, { ...asked, ...form.read(shownInput, { shownTo: form.text('shownTo') }) });
      return 'saved';
    case 'delete':
      await page.run(deleteDocument, asked);
      return 'documentDeleted';
    case 'withdraw':
      await page.run(withdrawRequest, asked);
      return 'documentWithdrawn';
    default:
      await page.run(askAgain, asked);
      return 'documentAsked';
  }
};

export const action = formAction(async (page, form) => {
  const done = await act(page, form);
  return goTo(`/documents/${page.param('documentId')}`, done);
}, documentLabels);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
type Document = Loaded['document'];

const useFacts = ({ document: one, isCustomer }: Pick<Loaded, 'document' | 'isCustomer'>) => {
  const text = useText();
  const { t, day, time, language } = text;
  const who = isCustomer ? 'me' : 'other';
  // What the law's row says is said to the customer.
  const about = isCustomer ? one.ground?.about[language] : groundHint(t, one.ground?.keeps ?? false);
  const file = one.file ? `${one.file.name} (${sizeText(text, one.file.size)})` : '';
  return [
    { what: t('documents.fact.customer'), value: isCustomer ? '' : one.customerName },
    { what: t('documents.fact.askedBy'), value: one.askedName },
    { what: t('documents.field.why'), value: one.why },
    { what: t('documents.field.untilOn'), value: one.state === 'asked' && one.untilOn ? day(one.untilOn) : '' },
    { what: t('documents.field.class'), value: t(`documents.class.${one.class}`) },
    { what: t('documents.fact.word'), value: one.word },
    { what: t('documents.fact.file'), value: file },
    { what: t('documents.fact.givenAt'), value: one.givenAt ? time(one.givenAt) : '' },
    { what: t('documents.fact.stays'), value: one.staysUntilOn ? day(one.staysUntilOn) : '' },
    {
      what: t('documents.fact.shownTo'),
      value: one.state === 'given' ? t(`documents.shown.${choiceOf(one.shownTo)}`, { who }) : '',
    },
    {
      what: t('documents.field.ground'),
      value: one.ground ? `${t('documents.law', { law: one.ground.law })}: ${about}` : '',
    },
    {
      what: t('documents.fact.source'),
      value: one.ground
        ? [one.ground.source, one.ground.unchecked ? t('documents.unchecked') : ''].filter(Boolean).join('. ')
        : '',
    },
    { what: t('documents.fact.gone'), value: one.deletedBy ? t(`documents.gone.${one.deletedBy}`, { who }) : '' },
  ];
};

/** What the customer does with what was asked for. */
const Answer = ({ one, isOpen }: { one: Document; isOpen: boolean }) => {
  const { t } = useText();
  return (
    <>
      <Actions>
        <Go to={`/documents/${one.id}/give`}>{t('documents.give.go')}</Go>
      </Actions>
      {one.moves.includes('sayNot') ? (
        <More label={t('documents.notHad')} isOpen={isOpen}>
          <TextArea name="word" label={t('documents.field.word')} hint={t('documents.word.hint')} most={600} />
          <Send kind="secondary" name="do" value="sayNot">
            {t('documents.notHad.send')}
          </Send>
        </More>
      ) : null}
    </>
  );
};

/** Who may open it from now on, and the way to delete it. */
const Given = ({ one }: { one: Document }) => {
  const { t } = useText();
  const isKept = one.ground?.keeps ?? false;
  return (
    <>
      <Choice
        name="shownTo"
        label={t('documents.field.shownTo')}
        value={choiceOf(one.shownTo)}
        options={shownOptions(t, { asker: one.role, isKept })}
      />
      <Send kind="secondary" name="do" value="show">
        {t('documents.show.send')}
      </Send>
      {one.moves.includes('delete') ? (
        <Confirm label={t('documents.delete')} what={t('documents.delete.what')}>
          <Send kind="secondary" name="do" value="delete">
            {t('documents.delete.send')}
          </Send>
        </Confirm>
      ) : (
        <p>{t('documents.delete.kept', { law: one.ground?.law ?? '' })}</p>
      )}
    </>
  );
};

const Asked = ({ one }: { one: Document }) => {
  const { t } = useText();
  return (
    <Actions>
      {one.moves.includes('askAgain') ? (
        <Send kind="secondary" name="do" value="askAgain">
          {t('documents.askAgain')}
        </Send>
      ) : null}
      {one.moves.includes('withdraw') ? (
        <Send kind="tertiary" name="do" value="withdraw">
          {t('documents.withdraw')}
        </Send>
      ) : null}
    </Actions>
  );
};

const Openings = ({ openings }: Pick<Loaded, 'openings'>) => {
  const { t, time } = useText();
  const { role } = useLogWords();
  return (
    <Section title={t('documents.openings')}>
      {openings.length === 0 ? (
        <p className="quiet">{t('documents.openings.none')}</p>
      ) : (
        <ul className="changes">
          {openings.map((one) => (
            <li key={`${one.personName} ${String(one.at)}`}>
              {one.personName} <span className="quiet">{role(one.role)}</span>, {time(one.at)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};

export default function DocumentPage() {
  const { document: one, openings, isCustomer, marks } = useLoaderData<typeof loader>();
  const { t } = useText();
  const failure = useFailure();
  const facts = useFacts({ document: one, isCustomer });
  const back = isCustomer ? '/documents' : `/customers/${one.customerId}/documents`;
  return (
    <Page title={one.title}>
      <Title within={isCustomer ? t('nav.documents') : one.customerName}>{one.title}</Title>
      <p>
        <DocumentState one={one} />
      </p>
      <Facts facts={facts} />
      <ActedMarks marks={marks} />
      {one.role === 'adviser' && one.moves.includes('withdraw') ? (
        <p>
          <a href={`/documents/${one.id}/for-customer`}>{t('acted.paper.short')}</a>
        </p>
      ) : null}
      {one.canOpen ? (
        <Actions>
          <Go to={`/documents/${one.id}/file`} kind="secondary">
            {t('documents.open')}
          </Go>
        </Actions>
      ) : null}
      {one.moves.length > 0 ? (
        <PostForm failure={failure} version={one.version}>
          {one.moves.includes('give') ? <Answer one={one} isOpen={failure !== undefined} /> : null}
          {one.moves.includes('show') ? <Given one={one} /> : null}
          {isCustomer ? null : <Asked one={one} />}
        </PostForm>
      ) : null}
      {isCustomer && one.givenAt ? <Openings openings={openings} /> : null}
      <p className="no-print">
        <a href={back}>{t(isCustomer ? 'documents.toMine' : 'documents.toCustomers')}</a>
      </p>
    </Page>
  );
}
