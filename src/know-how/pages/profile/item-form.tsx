import type { ReactNode } from 'react';
import { useFailure } from '../../../web/components/failures.tsx';
import { BothVersions, PostForm } from '../../../web/components/form.tsx';
import type { ItemAudience } from '../../profile/item-audiences.ts';
import { ItemAudiences } from './item-audiences.tsx';
import { SaveActions } from './save-actions.tsx';
import { Standing } from './standing.tsx';

/** A part of the profile that is told by a few fields (`children`), to be changed: its form, how it stands, and who is shown it. */
export const ItemForm = ({
  item: { version, isHidden, isRemoved, audiences },
  history,
  mine,
  theirs,
  children,
}: {
  item: { version: number; isHidden: boolean; isRemoved: boolean; audiences: readonly ItemAudience[] };
  /** Kind and id. */
  history: string;
  /** In words: what was typed, and what stands, when somebody was faster. */
  mine: string;
  theirs: string;
  children: ReactNode;
}) => {
  const failure = useFailure();
  return (
    <>
      <PostForm failure={failure} version={version}>
        <BothVersions failure={failure} mine={mine} theirs={theirs} />
        {isRemoved ? null : (
          <>
            {children}
            <SaveActions />
          </>
        )}
      </PostForm>
      <Standing version={version} isHidden={isHidden} isRemoved={isRemoved} history={history} />
      {isHidden || isRemoved ? null : <ItemAudiences audiences={audiences} />}
    </>
  );
};
