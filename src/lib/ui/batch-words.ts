import { MOST_PAPERS, type Batch, type BatchPaper } from '#lib/workspace/batch/batch.svelte.ts';

/** How far the check of many papers is: 已检查 18 个，不能检查 1 个，还有 3 个. */
export function progressOf({ checked, refused, pending, papers, leftOut }: Batch): string {
  if (papers.length === 0) return '';
  return [
    `已检查 ${checked.length} 个`,
    refused > 0 && `不能检查 ${refused} 个`,
    pending > 0 && `还有 ${pending} 个`,
    leftOut > 0 && `另有 ${leftOut} 个没有列入（一次最多 ${MOST_PAPERS} 个）`
  ]
    .filter(Boolean)
    .join('，');
}

/** Where one of many papers stands. */
export function stateOf({ paper, refusal, checking, storedAs }: BatchPaper): string {
  if (refusal !== null) return `不能检查：${refusal}`;
  if (paper) return storedAs === null ? '已检查' : '已存入文件柜';
  return checking ? '检查中' : '等待';
}
