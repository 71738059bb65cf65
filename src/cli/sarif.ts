import { describePlace } from '#lib/model/describe-place.ts';
import type { Language } from '#lib/model/language.ts';
import type { Severity } from '#lib/model/problem.ts';
import { titledMessage } from '#lib/model/titled-message.ts';
import { rulesIn } from '#lib/rules/language.ts';
import type { CheckedFile, Report } from './report.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note'
};

/** Languages as SARIF names them (ISO 639-1 and 3166). */
const TAGS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-US' };

/**
 * The report as SARIF 2.1.0 (OASIS), which code review and CI systems read. A paper has no lines of
 * its own once it is a workbook, so places are logical locations, named as a person finds them.
 */
export function sarifReport(language: Language): Report {
  const results: object[] = [];
  const notifications: object[] = [];
  return {
    add: (checked) => {
      results.push(...resultsOf(checked));
      if (!checked.workbook) notifications.push(notificationOf(checked));
      return '';
    },
    end: () => `${JSON.stringify(logOf(language, results, notifications), null, 2)}\n`
  };
}

function logOf(
  language: Language,
  results: readonly object[],
  notifications: readonly object[]
): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        language: TAGS[language],
        tool: {
          driver: {
            name: 'jibiao',
            rules: rulesIn(language).map(({ code, title, source, severity }) => ({
              id: code,
              shortDescription: { text: title },
              help: { text: source },
              defaultConfiguration: { level: LEVELS[severity] }
            }))
          }
        },
        invocations: [
          {
            executionSuccessful: notifications.length === 0,
            toolExecutionNotifications: notifications
          }
        ],
        results
      }
    ]
  };
}

function notificationOf({ file, refusal = '' }: CheckedFile): object {
  return {
    level: 'error',
    message: { text: refusal },
    locations: [{ physicalLocation: physicalLocation(file) }]
  };
}

function resultsOf({ file, workbook, problems }: CheckedFile): object[] {
  if (!workbook) return [];
  return problems.map((problem) => ({
    ruleId: problem.code,
    level: LEVELS[problem.severity],
    message: { text: titledMessage(problem) },
    locations: [
      {
        physicalLocation: physicalLocation(file),
        logicalLocations: [{ fullyQualifiedName: describePlace(workbook, problem.place) }]
      }
    ],
    ...(problem.waived !== undefined && { suppressions: [{ kind: 'external' }] })
  }));
}

/** A path as a URI reference (RFC 3986), in which `#`, `?` and `:` are signs of a name. */
function physicalLocation(file: string): object {
  const path = file.replaceAll('\\', '/');
  const [, drive = '', rest = path] = /^([A-Za-z]:)(\/.*)$/.exec(path) ?? [];
  const escaped = rest.split('/').map(encodeURIComponent).join('/');
  return { artifactLocation: { uri: drive === '' ? escaped : `file:///${drive}${escaped}` } };
}
