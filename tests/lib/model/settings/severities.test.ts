import { describe, expect, it } from 'vitest';
import {
  chosenSeverity,
  severitiesFor,
  withoutSeverities,
  withSeverity
} from '#lib/model/settings/severities.ts';
import type { Settings } from '#lib/model/workbook.ts';

const none: Settings = { severities: {}, rules: [] };

describe('the severities of a workbook', () => {
  it('hold for all forms, unless a form has its own', () => {
    const general = withSeverity(none, 'unit-missing', null, 'warning');
    const settings = withSeverity(general, 'unit-missing', '2021', 'off');
    expect(severitiesFor(settings.severities, '2015')).toEqual({ 'unit-missing': 'warning' });
    expect(severitiesFor(settings.severities, '2021')).toEqual({ 'unit-missing': 'off' });
    expect(chosenSeverity(settings.severities, 'unit-missing', '2015')).toBeNull();
    expect(chosenSeverity(settings.severities, 'unit-missing', '2021')).toBe('off');
  });

  it('go back to those of the rules, one by one or all at once', () => {
    const settings = withSeverity(none, 'typo', '2015', 'error');
    expect(withSeverity(settings, 'typo', '2015', null)).toEqual(none);
    expect(withoutSeverities(settings)).toEqual(none);
  });

  it('are the same object where no form has its own', () => {
    const { severities } = withSeverity(none, 'typo', null, 'off');
    expect(severitiesFor(severities, '2015')).toBe(severities);
  });
});
