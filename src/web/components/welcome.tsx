import { useText } from '../text.tsx';
import { Chips, KnowHowChip } from './chips.tsx';
import { Marked, type Segment } from './marked.tsx';

/** A text of the message files with [marked] words, as segments. */
const segmentsIn = (text: string): Segment[] =>
  text
    .split(/[[\]]/)
    .map((piece, index) => ({ text: piece, isMarked: index % 2 === 1 }))
    .filter((segment) => segment.text !== '');

/** What Tuttu does, shown on one made-up text: words, and the know-how that grows out of them. */
const Example = () => {
  const { t } = useText();
  return (
    <figure className="example">
      <figcaption className="quiet">{t('home.example')}</figcaption>
      <Marked segments={segmentsIn(t('home.example.text'))} />
      <Chips label={t('home.example.found')}>
        {(['care', 'events', 'people'] as const).map((one) => (
          <KnowHowChip key={one} label={t(`home.example.${one}`)} />
        ))}
      </Chips>
    </figure>
  );
};

/** The way from one's own words to the next step, before one has logged in. */
export const Welcome = () => {
  const { t } = useText();
  return (
    <>
      <Example />
      <section className="section">
        <h2 className="aksel-heading aksel-heading--small">{t('home.how')}</h2>
        <ol className="trail">
          {(['tell', 'see', 'yes', 'step'] as const).map((stop, index) => (
            <li key={stop} className={index === 0 ? 'trail__now' : 'trail__come'}>
              <strong>{t(`home.way.${stop}`)}</strong>
              <p className="quiet">{t(`home.way.${stop}What`)}</p>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
};

/** For a business that comes to the same door. */
export const WelcomeBusiness = () => {
  const { t } = useText();
  return (
    <>
      <h2 className="aksel-heading aksel-heading--xsmall">{t('home.business')}</h2>
      <p>{t('home.businessWhat')}</p>
    </>
  );
};
