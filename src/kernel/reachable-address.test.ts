import { expect, test } from 'vitest';
import { whyUnreachable } from './reachable-address.ts';

test('names the ports fetch refuses, and no others', async () => {
  // Stands for the network: nothing is connected to.
  const dispatcher = {
    dispatch: () => {
      throw new Error('let through');
    },
  };
  const why = (error: unknown) => (error instanceof Error && error.cause instanceof Error ? error.cause.message : '');
  const wrong: number[] = [];
  for (let port = 1; port <= 65535; port += 1) {
    const address = `http://model.example.fi:${port}/`;
    const reason = await fetch(address, Object.create({ dispatcher })).then(() => 'answered', why);
    if ((reason === 'bad port') !== (whyUnreachable(address) !== null)) wrong.push(port);
  }
  expect(wrong).toEqual([]);
});

test.each([
  ['https://model.example.fi/score', null],
  ['http://localhost:8080', null],
  ['http://localhost:6000/score', /port 6000/],
  ['https://model.example.fi:6000', /port 6000/],
  ['localhost:8080/score', /does not start with https:\/\//],
  ['file:///etc/passwd', /does not start with https:\/\//],
  ['ftp://model.example.fi', /does not start with https:\/\//],
  ['model.example.fi', /does not start with https:\/\//],
])('%s', (address, reason) => {
  if (reason) expect(whyUnreachable(address)).toMatch(reason);
  else expect(whyUnreachable(address)).toBeNull();
});
