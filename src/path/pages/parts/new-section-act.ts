import { type Form, goTo, type Page } from '../../../web/page.ts';
import { readSections } from '../../sections/read-sections.ts';
import { writeSection, writeSectionInput } from '../../sections/write-section.ts';

/** What the fields are called, for the list of what to mend. */
export const newSectionLabels = {
  key: 'path.section.about',
  title: 'path.section.title',
  text: 'path.section.text',
} as const;

/** What the reader's side can still write about; what is missing comes first. */
export const loadNewSection = async (page: Page, customerId: string | null) => {
  const { free, missing, customer } = await page.run(readSections, { customerId });
  const wanted = missing.filter((key) => free.includes(key));
  return { customer, keys: [...wanted, ...free.filter((key) => !wanted.includes(key))] };
};

/** The customer says next who sees it; a professional's is seen by the customer. */
export const sendNewSection = async (page: Page, form: Form, customerId: string | null, base: string) => {
  const { id } = await page.run(
    writeSection,
    form.read(writeSectionInput, {
      ...{ customerId, sectionId: null, version: 0, key: form.text('key') || null },
      ...{ title: form.text('title'), text: form.text('text') },
    }),
  );
  return goTo(customerId === null ? `/plan-sections/${id}/shown` : base, 'saved');
};
