import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';
import { akselCss } from './src/web/style/aksel-css.ts';

// One bundle holds pages, API and jobs: the server's entry imports the pages' build.
export default defineConfig({
  plugins: [reactRouter()],
  // Where the bundler spent its time is no news for who starts the product.
  build: { rolldownOptions: { checks: { bundlerTimings: false } } },
  css: { postcss: { plugins: [akselCss()] } },
  environments: {
    ssr: { build: { sourcemap: true, rollupOptions: { input: './src/server.ts' } } },
  },
});
