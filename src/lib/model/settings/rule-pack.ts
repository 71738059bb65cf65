import type { Settings } from '../workbook.ts';
import { MOST_OWN_RULES, type OwnRule } from './own-rule.ts';

/** The settings of a workbook as a file for others: the custom of a province, say. */
export interface RulePack {
  readonly format: 'jibiao-rule-pack';
  readonly version: 1;
  /** Whose it is, for whoever takes it over. */
  readonly name: string;
  readonly severities: Settings['severities'];
  readonly rules: readonly OwnRule[];
}

/** What taking over a pack changes in the settings of a workbook. */
export interface PackChanges {
  /** The settings afterwards. What the pack does not speak of stays. */
  readonly settings: Settings;
  readonly severities: readonly SeverityChange[];
  readonly added: readonly OwnRule[];
  readonly replaced: readonly OwnRule[];
  /** How many of its rules are in the workbook already, word for word. */
  readonly unchanged: number;
  /** Whether the workbook would hold more rules than it can. */
  readonly tooMany: boolean;
}

/** A severity that a pack sets; `from` is null where the rule's own held. */
export interface SeverityChange {
  /** As `severityKey` makes it. */
  readonly key: string;
  readonly from: Settings['severities'][string] | null;
  readonly to: Settings['severities'][string];
}

/** The text of a file that hands the settings out. */
export function writeRulePack({ severities, rules }: Settings, name: string): string {
  const pack: RulePack = { format: 'jibiao-rule-pack', version: 1, name, severities, rules };
  return `${JSON.stringify(pack, null, 2)}\n`;
}

/** What taking over a pack changes: its severities and, by their ids, its rules. */
export function packChanges(settings: Settings, pack: RulePack): PackChanges {
  const before = new Map(settings.rules.map((rule) => [rule.id, rule]));
  const differing = pack.rules.filter(
    (rule) => JSON.stringify(before.get(rule.id)) !== JSON.stringify(rule)
  );
  const brought = new Set(pack.rules.map(({ id }) => id));
  const rules = [...settings.rules.filter(({ id }) => !brought.has(id)), ...pack.rules];
  return {
    settings: { severities: { ...settings.severities, ...pack.severities }, rules },
    severities: Object.entries(pack.severities).flatMap(([key, to]) => {
      const from = Object.hasOwn(settings.severities, key) ? settings.severities[key]! : null;
      return from === to ? [] : [{ key, from, to }];
    }),
    added: differing.filter(({ id }) => !before.has(id)),
    replaced: differing.filter(({ id }) => before.has(id)),
    unchanged: pack.rules.length - differing.length,
    tooMany: rules.length > MOST_OWN_RULES
  };
}
