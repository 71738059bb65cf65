import type { Severity } from '#lib/model/problem.ts';

/** What a severity is called in papers. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  info: '提示'
};
