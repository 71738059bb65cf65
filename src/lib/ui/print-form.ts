/** Where the form stands while it is printed; nobody sees it on the screen. */
const FORM = 'printed-form';

/** In place of the app, which is left out of what is printed. */
const ONLY_FORM = `
body > :not(.${FORM}) { display: none !important; }
html, body { height: auto; overflow: visible; color-scheme: light; }
`;

/** What is printed in place of the app: what has asked for it last, such as a dialog over a workbook. */
const sources: (() => string)[] = [];

/**
 * Makes the browser's printing, by its menu, by Ctrl+P or asked for by the page, print a page of HTML in
 * the place of the app.
 * @param pageOf the page as it is now
 * @returns how to stop it
 */
export function printInPlaceOfApp(pageOf: () => string): () => void {
  let added: readonly Element[] = [];
  const onafterprint = () => {
    for (const element of added) element.remove();
    added = [];
  };
  const onbeforeprint = () => {
    onafterprint();
    if (sources.at(-1) !== pageOf) return;
    added = addForm(new DOMParser().parseFromString(pageOf(), 'text/html'));
  };
  sources.push(pageOf);
  addEventListener('beforeprint', onbeforeprint);
  addEventListener('afterprint', onafterprint);
  return () => {
    onafterprint();
    sources.splice(sources.indexOf(pageOf), 1);
    removeEventListener('beforeprint', onbeforeprint);
    removeEventListener('afterprint', onafterprint);
  };
}

function addForm(page: Document): readonly Element[] {
  const style = document.createElement('style');
  style.media = 'print';
  style.textContent = ONLY_FORM + (page.querySelector('style')?.textContent ?? '');
  const hidden = document.createElement('style');
  hidden.media = 'screen';
  hidden.textContent = `.${FORM} { display: none; }`;
  const form = document.createElement('div');
  form.className = FORM;
  form.append(...page.body.childNodes);
  document.head.append(style, hidden);
  document.body.append(form);
  return [style, hidden, form];
}
