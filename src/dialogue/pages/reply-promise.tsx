import { useLoaderData } from 'react-router';
import { Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm, TextInput } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { promiseInput, readOwnPromise, setPromise } from '../promise/read-promise.ts';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader((page) => page.run((work) => readOwnPromise(work), undefined));

export const action = formAction(
  async (page, form) => {
    const typed = form.text('days').trim();
    await page.run(setPromise, form.read(promiseInput, { days: typed === '' ? null : Number(typed) }));
    return goTo('/reply-promise', 'saved');
  },
  { days: 'promise.own' },
);

export default function ReplyPromise() {
  const { cityDays, ownDays, days, figure } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('promise.title', { days })} lead={t('promise.lead')}>
      <Title>{t('nav.replyPromise')}</Title>
      <Section title={t('promise.kept.title')}>
        <p>{t('promise.kept', { kept: figure.kept, of: figure.of, days: figure.days })}</p>
        {figure.late > 0 ? <p>{t('promise.lateNow', { count: figure.late })}</p> : null}
        <p className="quiet">{t('promise.counted')}</p>
        <p>
          <a href="/my-moves">{t('promise.toMoves')}</a>
        </p>
      </Section>
      <Section title={t('promise.change')}>
        <PostForm failure={useFailure()}>
          <TextInput
            name="days"
            label={t('promise.own')}
            hint={t('promise.own.hint', { days: cityDays })}
            inputMode="numeric"
            value={ownDays === null ? '' : String(ownDays)}
          />
          <Send>{t('promise.save')}</Send>
        </PostForm>
      </Section>
    </Page>
  );
}
