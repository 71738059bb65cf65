import type { Settings } from '#lib/model/workbook.ts';
import type { Texts } from './entities.ts';
import { keyOf, OWN, WORKBOOK } from './keys.ts';

/** The keys and texts that the settings of a workbook are kept in: one for each, so that they merge. */
export function settingKeys(settings: Settings): Map<string, string> {
  const keys = new Map<string, string>();
  for (const [code, severity] of Object.entries(settings.severities)) {
    keys.set(keyOf(WORKBOOK, OWN.severity + code), severity);
  }
  settings.rules.forEach((rule, index) => {
    keys.set(keyOf(WORKBOOK, OWN.rule + index), JSON.stringify(rule));
  });
  return keys;
}

/** The settings that the workbook's own properties amount to. An empty one was taken back. */
export function settingsOf(own: Texts): Settings {
  const severities: Record<string, string> = {};
  const rules: unknown[] = [];
  for (const name of Object.keys(own).sort()) {
    const text = own[name]!;
    if (text === '') continue;
    if (name.startsWith(OWN.severity)) severities[name.slice(OWN.severity.length)] = text;
    if (name.startsWith(OWN.rule)) rules.push(parsed(text));
  }
  return { severities: severities as Settings['severities'], rules };
}

/** A value that was kept as JSON; null where it is none, as from a foreign hand. */
export function parsed<Value>(json: string | undefined): Value | null {
  try {
    return json ? (JSON.parse(json) as Value) : null;
  } catch {
    return null;
  }
}
