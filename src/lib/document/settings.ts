import { MOST_OWN_RULES, type OwnRule } from '#lib/model/settings/own-rule.ts';
import { isChosenSeverity, readOwnRule } from '#lib/model/settings/own-rule-schema.ts';
import type { ChosenSeverity } from '#lib/model/settings/severities.ts';
import type { Settings } from '#lib/model/workbook.ts';
import { emptyTexts, type Texts } from './entities.ts';
import { keyOf, OWN, splitKey, WORKBOOK } from './keys.ts';

/** The keys and texts that the settings of a workbook are kept in: one for each, so that they merge. */
export function settingKeys(settings: Settings): Map<string, string> {
  const keys = new Map<string, string>();
  for (const [code, severity] of Object.entries(settings.severities)) {
    keys.set(keyOf(WORKBOOK, OWN.severity + code), severity);
  }
  for (const rule of settings.rules) {
    // Read once more, so that the same rule is the same text in whatever order it was put together.
    keys.set(keyOf(WORKBOOK, OWN.rule + rule.id), JSON.stringify(readOwnRule(rule) ?? rule));
  }
  return keys;
}

/** The keys of what two settings do not both say. */
export function differingKeys(a: Settings, b: Settings): readonly string[] {
  const keys = settingKeys(a);
  const others = settingKeys(b);
  return [...new Set([...keys.keys(), ...others.keys()])].filter(
    (key) => keys.get(key) !== others.get(key)
  );
}

/**
 * The settings with what was changed between two states of them taken back, key by key: as far as it
 * still stands and is not `theirs`, the keys that others have written since. Null where none of it is.
 */
export function settingsBack(
  present: Settings,
  before: Settings,
  after: Settings,
  theirs: ReadonlySet<string>
): Settings | null {
  const [now, was, became] = [settingKeys(present), settingKeys(before), settingKeys(after)];
  const mine = differingKeys(before, after).filter(
    (key) => now.get(key) === became.get(key) && !theirs.has(key)
  );
  if (mine.length === 0) return null;
  for (const key of mine) now.set(key, was.get(key) ?? '');
  const own = emptyTexts();
  for (const [key, text] of now) if (text !== '') own[splitKey(key)!.property] = text;
  return settingsOf(Object.keys(own).sort(), own);
}

/**
 * A reader of the settings that the workbook's own properties amount to. While they stay the same it
 * gives the same object, since the check goes by identity.
 */
export function createSettingsReader(): (own: Texts) => Settings {
  let known: readonly string[] = [];
  let settings: Settings = { severities: {}, rules: [] };
  return (own) => {
    const names = Object.keys(own)
      .filter((name) => isSetting(name) && own[name] !== '')
      .sort();
    const now = names.flatMap((name) => [name, own[name]!]);
    if (now.length !== known.length || now.some((text, at) => text !== known[at])) {
      known = now;
      settings = settingsOf(names, own);
    }
    return settings;
  };
}

function isSetting(name: string): boolean {
  return name.startsWith(OWN.severity) || name.startsWith(OWN.rule);
}

/** What this version cannot read stays in the document and has no effect. */
function settingsOf(names: readonly string[], own: Texts): Settings {
  const severities: [code: string, severity: ChosenSeverity][] = [];
  const rules: OwnRule[] = [];
  for (const name of names) {
    const text = own[name]!;
    if (name.startsWith(OWN.severity)) {
      if (isChosenSeverity(text)) severities.push([name.slice(OWN.severity.length), text]);
    } else {
      const rule = readOwnRule(parsed(text));
      if (rule && rules.length < MOST_OWN_RULES) rules.push(rule);
    }
  }
  return { severities: Object.fromEntries(severities), rules };
}

/** A value that was kept as JSON; null where it is none, as from a foreign hand. */
export function parsed<Value>(json: string | undefined): Value | null {
  try {
    return json ? (JSON.parse(json) as Value) : null;
  } catch {
    return null;
  }
}
