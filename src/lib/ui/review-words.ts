import type { ReviewState, StepKind, StepResult } from '#lib/workspace/review/reviewing.svelte.ts';

/** What the top bar and the 文件柜 say of a workbook in review; nothing of one that is not. */
export const REVIEW_STATES: Readonly<Partial<Record<ReviewState, string>>> = {
  submitted: '已提交',
  returned: '已退回',
  approved: '已审定'
};

/** The steps of a review, as buttons. */
export const REVIEW_STEPS: Readonly<Record<StepKind, string>> = {
  submitted: '提交审核',
  withdrawn: '撤回提交',
  returned: '退回修改',
  approved: '审定',
  unlocked: '解除锁定',
  adopted: '采用迟到修改',
  declined: '不采用迟到修改'
};

/** The steps of a review, once they are taken. */
export const STEPS_TAKEN: Readonly<Record<StepKind, string>> = {
  submitted: '已提交审核',
  withdrawn: '已撤回提交',
  returned: '已退回修改',
  approved: '已审定',
  unlocked: '已解除锁定',
  adopted: '已采用迟到修改',
  declined: '未采用迟到修改'
};

/** What a step does, before it is taken. */
export const STEP_MEANS: Readonly<Record<StepKind, string>> = {
  submitted: '请审核的人看这份工作簿。提交后还可以修改，审核的人看得到提交后改了哪些地方。',
  withdrawn: '审核的人不用再看了。修改好以后可以再次提交。',
  returned: '请填报的人修改。要就某一格提意见，先选中那一格，点右键选“批注…”。',
  approved: '审定后工作簿就锁定了，谁都不能再修改；批注仍然可以写。只有可编辑的人能解除锁定。',
  unlocked: '解除锁定后大家又可以修改，之前的审定不再算数，需要重新提交审核。',
  adopted: '',
  declined: ''
};

/** What a submission does not do by itself while the workbook is on this device alone. */
export const HOW_TO_SHARE =
  '这份工作簿还没有分享：提交后请生成一个“可批注”的同步链接，或者导出同步包，交给审核的人。';

/** What a reviewer sees of the workbook before anything was done. */
export const NOT_SUBMITTED = '这份工作簿还没有提交审核。';

/** Why a step was not taken, and what helps. */
export const STEP_FAULTS: Readonly<Record<Exclude<StepResult, 'taken'>, string>> = {
  closed: '审核的情况刚刚变了，请看下面的经过。',
  'too-large': '这份工作簿太大，锁定不了；请先拆成几份再审定。',
  unreadable: '这份工作簿里有不合规格的内容，锁定不了；请导出后重新导入，再审定新的一份。'
};
