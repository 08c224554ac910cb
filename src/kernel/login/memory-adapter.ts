import type { Adapter, AdapterPayload } from 'oidc-provider';

type Kept = { payload: AdapterPayload; until: number };

/** Keeps the demo provider's steps in memory: they live for minutes, and nobody real logs in through it. */
export const memoryAdapters = (): ((kind: string) => Adapter) => {
  const kept = new Map<string, Kept>();
  const forgetOld = () => {
    for (const [key, { until }] of kept) if (until < Date.now()) kept.delete(key);
  };
  const find = (test: (payload: AdapterPayload) => boolean) =>
    [...kept.values()].find(({ payload, until }) => until >= Date.now() && test(payload))?.payload;
  return (kind) => {
    const keyOf = (id: string) => `${kind} ${id}`;
    return {
      async upsert(id, payload, expiresIn = 600) {
        forgetOld();
        kept.set(keyOf(id), { payload, until: Date.now() + expiresIn * 1000 });
      },
      async find(id) {
        const found = kept.get(keyOf(id));
        return found && found.until >= Date.now() ? found.payload : undefined;
      },
      async findByUid(uid) {
        return find((payload) => payload.kind === kind && payload.uid === uid);
      },
      async findByUserCode(userCode) {
        return find((payload) => payload.userCode === userCode);
      },
      async consume(id) {
        const found = kept.get(keyOf(id));
        if (found) found.payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        kept.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
};
