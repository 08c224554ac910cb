// The product's borders. Read it aloud: a domain imports the kernel and other domains' index.ts, nothing else.
const domain = '^src/(know-how|matching|business|dialogue|path|insight|rights)/';
const tests = '\\.test\\.tsx?$|/fixtures\\.ts$|^src/testing/|^e2e/|^bench/|^scripts/|\\.config\\.ts$';

module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      comment:
        'Two files that need each other are one thought: join them, or give the third its name. Types alone may look both ways.',
      severity: 'error',
      from: { pathNot: tests },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'other-domains-by-their-index',
      comment: "Another domain's inside may change any day; its index.ts is the promise.",
      severity: 'error',
      from: { path: domain, pathNot: tests },
      to: { path: domain, pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'order-of-domains',
      comment: 'business -> matching -> know-how, dialogue; path -> matching, know-how.',
      severity: 'error',
      from: { path: '^src/(know-how|dialogue)/', pathNot: tests },
      to: { path: '^src/(matching|business|path|insight|rights)/' },
    },
    {
      name: 'matching-below-business',
      severity: 'error',
      from: { path: '^src/matching/', pathNot: tests },
      to: { path: '^src/(business|path|insight|rights)/' },
    },
    {
      name: 'kernel-knows-no-domain',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: tests },
      to: { path: '^src/(?!kernel/)' },
    },
    {
      name: 'web-only-from-pages',
      comment: 'Rules and use cases do not know that there are pages.',
      severity: 'error',
      from: { path: domain, pathNot: ['^src/[^/]+/pages/', tests] },
      to: { path: '^src/web/' },
    },
    {
      name: 'domains-are-not-wired-inside',
      comment:
        'What wires everything (app, server, commands, demo) is above the domains. A page knows the type App through page.ts.',
      severity: 'error',
      from: { path: domain, pathNot: tests },
      to: { path: '^src/([^/]+\\.ts$|commands/|demo/|testing/)' },
    },
    {
      name: 'web-knows-domains-by-routes-and-moves',
      comment: 'The frame lists the pages and what waits for people; it looks into no domain.',
      severity: 'error',
      from: { path: '^src/web/', pathNot: tests },
      to: { path: domain, pathNot: ['/index\\.ts$', '/pages/routes\\.ts$'] },
    },
    {
      name: 'messages-hold-messages',
      comment: "src/messages gathers every domain's message files and imports nothing else.",
      severity: 'error',
      from: { path: '^src/messages/' },
      to: { pathNot: ['^src/[^/]+/messages/[a-z]{2}\\.json$', '^src/kernel/'] },
    },
    {
      name: 'tests-stay-outside',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: '^(src/testing|e2e|bench)/' },
    },
    {
      name: 'found',
      comment: 'What is imported is there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'installed-for-service',
      comment: 'What runs in service is a dependency, not a devDependency.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|data|\\.react-router)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
