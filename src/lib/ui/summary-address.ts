import { isFormName } from '#lib/model/forms.ts';
import { SEVERITIES, type Severity } from '#lib/model/problem.ts';
import type { SummaryFilter } from '#lib/model/summary/counted-workbook.ts';

/** What the workbooks are listed for: the indicators of a kind, or the problems of a rule. */
export type SummarySubject =
  | { readonly of: 'kind'; readonly level1: string; readonly level2: string | null }
  | { readonly of: 'rule'; readonly code: string; readonly severity: Severity };

/** What 汇总 shows, as its address says it. */
export interface SummaryAddress {
  readonly filter: SummaryFilter;
  readonly subject: SummarySubject | null;
}

/** Reads what an address asks 汇总 for; what it does not know counts as not asked. */
export function readSummaryAddress({ searchParams }: URL): SummaryAddress {
  const form = searchParams.get('form') ?? '';
  const filter = {
    year: searchParams.get('year'),
    unit: searchParams.get('unit'),
    form: isFormName(form) ? form : null
  };
  return { filter, subject: readSubject(searchParams) };
}

/** The address at which 汇总 shows this. */
export function summaryAddress({ filter, subject }: SummaryAddress): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, ...namesOf(subject) })) {
    if (value !== null) asked.set(name, value);
  }
  return asked.size === 0 ? '/summary' : `/summary?${asked}`;
}

function readSubject(asked: URLSearchParams): SummarySubject | null {
  const level1 = asked.get('level1');
  if (level1 !== null) return { of: 'kind', level1, level2: asked.get('level2') };
  const code = asked.get('rule');
  const severity = SEVERITIES.find((one) => one === asked.get('severity'));
  return code !== null && severity ? { of: 'rule', code, severity } : null;
}

function namesOf(subject: SummarySubject | null): Readonly<Record<string, string | null>> {
  switch (subject?.of) {
    case 'kind':
      return { level1: subject.level1, level2: subject.level2 };
    case 'rule':
      return { rule: subject.code, severity: subject.severity };
    case undefined:
      return {};
  }
}
