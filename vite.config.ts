import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

// One bundle holds pages, API and jobs: the server's entry imports the pages' build.
export default defineConfig({
  plugins: [reactRouter()],
  environments: {
    ssr: { build: { sourcemap: true, rollupOptions: { input: './src/server.ts' } } },
  },
});
