import type { BrowserContext, Page } from '@playwright/test';

/** Watches every page of a context, its frames too, for texts that became more than texts. */
export async function watchForAttacks(context: BrowserContext): Promise<readonly string[]> {
  const attacks: string[] = [];
  await context.exposeFunction('reportAttack', (what: string) => void attacks.push(what));
  await context.addInitScript(() => {
    const report = (what: string) =>
      (window as unknown as { reportAttack: (what: string) => void }).reportAttack(what);
    Object.assign(window, { attacked: () => report('a script ran') });
    // Attributes that hold a text to be read may say anything.
    const acts = /^(on|src|href|xlink:href|action|formaction|data$|style$)/;
    const look = (node: Node) => {
      if (!(node instanceof Element)) return;
      for (const one of [node, ...node.querySelectorAll('*')]) {
        const found = [...one.attributes].filter(
          ({ name, value }) => acts.test(name) && value.includes('attacked')
        );
        const runs = one.localName === 'script' && one.textContent.includes('attacked()');
        const image = one.localName === 'img' && one.getAttribute('src') === 'x';
        if (found.length > 0 || runs || image) report(one.outerHTML.slice(0, 200));
      }
    };
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) [target, ...addedNodes].forEach(look);
    }).observe(document, { subtree: true, childList: true, attributes: true });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
      report(`refused by ${violatedDirective}: ${sample}`)
    );
  });
  return attacks;
}

/** All that a page says: its texts, what is in its fields, and what it tells when pointed at. */
export function saidOn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const said = [document.title, document.body.textContent];
    for (const one of document.querySelectorAll<HTMLInputElement>('input, textarea, select')) {
      said.push(one.value);
    }
    for (const one of document.querySelectorAll('[title], [aria-label]')) {
      said.push(one.getAttribute('title') ?? '', one.getAttribute('aria-label') ?? '');
    }
    return said.join('\n');
  });
}
