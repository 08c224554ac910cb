import type { ReactNode } from 'react';

export type Column = {
  key: string;
  label: string;
  isNumber?: boolean;
  /** Where the column can be put in order: the address that does it. */
  sortAt?: string;
  /** The list is in its order. */
  sorted?: 'ascending' | 'descending' | undefined;
};

const Head = ({ column: { label, sortAt, sorted } }: { column: Column }) => {
  if (!sortAt) return label;
  return (
    <a href={sortAt} className="desk__sort">
      {label}
      {sorted ? <span aria-hidden="true">{sorted === 'ascending' ? ' ↑' : ' ↓'}</span> : null}
    </a>
  );
};

/**
 * A desk's table: 25 rows in sight, the first cell of each row its name. On a phone each row is a card that names its facts. Where it is still
 * too wide it scrolls inside its own frame, which can be reached with a keyboard. `caption` says what the rows are and how many.
 */
export const Table = ({
  caption,
  columns,
  rows,
}: {
  caption: string;
  columns: readonly Column[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with a keyboard (WCAG 2.1.1)
  <section className="desk" tabIndex={0} aria-label={caption}>
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              aria-sort={column.sorted}
              className={column.isNumber ? 'number' : undefined}
            >
              <Head column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {row.cells.map((cell, index) => {
              const { key = '', label = '', isNumber = false } = columns[index] ?? {};
              const className = isNumber ? 'number' : undefined;
              return index === 0 ? (
                <th key={key} scope="row" className={className}>
                  {cell}
                </th>
              ) : (
                <td key={key} className={className} data-label={label}>
                  <span>{cell}</span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
