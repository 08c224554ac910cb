/** `/steps/:stepId` as it stands in an address. */
const patternOf = (url: string): RegExp =>
  new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}/?$`);

/** Which methods a path takes, by the routes there are; none when there is no such path. Whoever takes GET takes HEAD. */
export const allowedMethods = (
  routes: readonly { method: string; url: string }[],
): ((path: string) => readonly string[]) => {
  const known = routes.map(({ method, url }) => ({ method, pattern: patternOf(url) }));
  return (path) => {
    const taken = new Set(known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method));
    if (taken.has('GET')) taken.add('HEAD');
    return [...taken].sort();
  };
};
