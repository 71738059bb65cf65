import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  kit: {
    // The server sends the compressed files that lie beside the others.
    adapter: adapter({ pages: 'build', assets: 'build', fallback: '200.html', precompress: true }),
    files: { lib: 'src/lib' },
    // Registered by workspace/installation, which asks before it reloads.
    serviceWorker: { register: false },
    // The bootstrap script is allowed by its hash. The grid sets inline styles on its cells. Formulas are
    // calculated by WebAssembly.
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self', 'wasm-unsafe-eval'],
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'data:', 'blob:'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['none']
      }
    },
    version: { pollInterval: 0 },
    typescript: {
      config: (config) => ({
        ...config,
        include: [...config.include, '../src/**/*.mjs', '../playwright.config.ts']
      })
    }
  }
};
