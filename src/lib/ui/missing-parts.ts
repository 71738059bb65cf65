import type { Notices } from '#lib/workspace/notices.svelte.ts';

/** Milliseconds within which it is not said again: one click may ask for several parts. */
const PAUSE = 10_000;

/**
 * Says so where a part of the program cannot be fetched. Dialogs are fetched when they are asked for; on
 * a page without a service worker the server may be gone by then, or have a new version. Returns how
 * to stop.
 */
export function sayMissingParts(notices: Notices): () => void {
  let said = -Infinity;
  const say = () => {
    if (performance.now() - said < PAUSE) return;
    said = performance.now();
    notices.fail('这部分程序没有取到，可能断了网，或者服务器刚更新过；请在网络恢复后刷新页面。', {
      label: '刷新',
      run: () => location.reload()
    });
  };
  addEventListener('vite:preloadError', say);
  return () => removeEventListener('vite:preloadError', say);
}
