import { describe, expect, it } from 'vitest';
import { mapCaret, mergeText } from '#lib/model/merge-text.ts';

describe('merging a text that two people change', () => {
  it('takes the change of the only one who made one', () => {
    expect(mergeText('河道', '河道清淤', '河道')).toBe('河道清淤');
    expect(mergeText('河道', '河道', '青泉河道')).toBe('青泉河道');
  });

  it('keeps both changes wherever they stand to each other', () => {
    expect(mergeText('年内完成。', '今年年内完成。', '年内完成清淤。')).toBe('今年年内完成清淤。');
    expect(mergeText('年内完成。', '年内完成清淤。', '今年年内完成。')).toBe('今年年内完成清淤。');
  });

  it('puts theirs before mine where both typed at one place', () => {
    expect(mergeText('年内。', '年内甲。', '年内乙。')).toBe('年内乙甲。');
  });

  it('keeps what both wrote over the same words', () => {
    expect(mergeText('共12公里', '共13公里', '共14公里')).toBe('共143公里');
  });
});

describe('a caret', () => {
  it('stays with the character it stands behind', () => {
    expect(mapCaret('年内完成', '今年年内完成', 4)).toBe(6);
    expect(mapCaret('年内完成', '年内完成清淤', 2)).toBe(2);
    expect(mapCaret('年内已经完成', '年内完成', 3)).toBe(2);
  });
});
