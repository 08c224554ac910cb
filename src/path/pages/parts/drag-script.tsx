import { useRouteLoaderData } from 'react-router';
import { useText } from '../../../web/text.tsx';
import { dragSteps } from '../../board/drag-steps.ts';

/** Text of ours within a script: nothing in it ends the script. */
const literal = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** After the board: with script a card is dragged, which presses what stands in its "Move to"; a live region says what happens. */
export const DragSteps = () => {
  const frame = useRouteLoaderData<{ nonce: string }>('root');
  const { t } = useText();
  if (!frame) return null;
  // What is dragged where is put in by the script.
  const blanks = { step: '{step}', column: '{column}' };
  const words = {
    lifted: t('path.board.lifted', blanks),
    cannot: t('path.board.cannot', blanks),
    moving: t('path.board.moving', blanks),
  };
  const source = `(() => {
const board = document.getElementById('board');
const says = document.getElementById('board-says');
if (board && says) (${dragSteps.toString()})(board, says, ${literal(words)});
})()`;
  return (
    <>
      <p id="board-says" role="status" className="aksel-sr-only" />
      <script
        nonce={frame.nonce}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: our own source and texts, with < escaped
        dangerouslySetInnerHTML={{ __html: source }}
      />
    </>
  );
};
