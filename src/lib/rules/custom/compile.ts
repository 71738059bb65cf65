import { remember } from '#lib/model/remember.ts';
import { ownRuleCode, type OwnRule } from '#lib/model/settings/own-rule.ts';
import { cellText, fieldText, sheetName, type Row, type Sheet } from '#lib/model/workbook.ts';
import { excerpt } from '../excerpt.ts';
import type { Finding, RowRule, Rule, RuleContext, SheetRule } from '../rule.ts';
import { meets } from './condition.ts';
import { fillMessage } from './message.ts';
import { quantityIn, total, type QuantityOf } from './quantity.ts';
import { readNumber } from './read-number.ts';

/** Own rules as the checker runs them. Those that are not active are left out. */
export function compileOwnRules(own: readonly OwnRule[]): readonly Rule[] {
  return own.filter(({ active }) => active).map(compileOwnRule);
}

/**
 * An own rule as the checker runs it. One that a row alone can answer becomes a rule of rows, so that
 * an edit asks it of the edited row only; any other looks at a sheet as a whole, and remembers of
 * its rows what it can.
 */
function compileOwnRule(own: OwnRule): RowRule | SheetRule {
  const { kind, form, title } = own.where;
  const anySheet = title === '' && (kind !== 'disclosure' || form === '');
  return anySheet && own.item.at === 'column' && restsOnRow(own) ? rowRule(own) : sheetRule(own);
}

function rowRule(own: OwnRule): RowRule {
  return {
    ...description(own),
    scope: 'cell',
    check: (row, context) => (followsForm(own, context) ? inRow(own, row, {}) : [])
  };
}

function sheetRule(own: OwnRule): SheetRule {
  const { condition } = own;
  const summed = 'than' in condition && condition.than.of === 'column' ? condition.than.column : '';
  const numberIn = remember((row: Row) => readNumber(cellText(row, summed)));
  const totalOf = remember((rows: readonly Row[]) => total(rows.map(numberIn)));
  const alone = remember((row: Row) => inRow(own, row, { row: row.id }));
  const rowAlone = restsOnRow(own);

  return {
    ...description(own),
    scope: 'sheet',
    check: (sheet, context) => {
      if (!followsForm(own, context, sheet) || !sheetName(sheet).includes(own.where.title))
        return [];
      const quantityBeside = (row?: Row): QuantityOf =>
        quantityIn(
          ({ at, id }) => (at === 'field' ? fieldText(sheet, id) : row ? cellText(row, id) : ''),
          () => totalOf(sheet.rows)
        );
      if (own.item.at === 'field') {
        const field = own.item.id;
        return found(own, fieldText(sheet, field), { field }, quantityBeside());
      }
      return rowAlone
        ? sheet.rows.flatMap(alone)
        : sheet.rows.flatMap((row) => inRow(own, row, { row: row.id }, quantityBeside(row)));
    }
  };
}

/** Whether the condition needs nothing but the cells of one row. */
function restsOnRow({ condition }: OwnRule): boolean {
  if (!('than' in condition)) return true;
  const { than } = condition;
  const items = than.of === 'item' ? [than.item] : than.of === 'items' ? than.items : [];
  return than.of !== 'column' && items.every(({ at }) => at === 'column');
}

/** A row in which nothing is written is not judged: it is still to be filled in, or to be deleted. */
function inRow(
  own: OwnRule,
  row: Row,
  place: { readonly row?: string },
  quantityOf: QuantityOf = quantityIn(({ id }) => cellText(row, id))
): readonly Finding[] {
  if (
    own.condition.is === 'empty' &&
    Object.values(row.cells).every((text) => text.trim() === '')
  ) {
    return [];
  }
  const column = own.item.id;
  return found(own, cellText(row, column), { ...place, column }, quantityOf);
}

function found(
  { condition }: OwnRule,
  text: string,
  place: Finding['place'],
  quantityOf: QuantityOf
): readonly Finding[] {
  const met = meets(condition, text, quantityOf);
  return met ? [{ place, values: { value: excerpt(text), compared: excerpt(met.compared) } }] : [];
}

function followsForm({ where }: OwnRule, { form }: RuleContext, sheet?: Sheet): boolean {
  if (where.form === '') return true;
  switch (where.kind) {
    case 'project':
      return where.form === form.name;
    case 'disclosure':
      return where.form === sheet?.form;
    default:
      return true;
  }
}

/** The words are those of whoever made the rule; they stand in for the English ones too. */
function description(own: OwnRule) {
  const message = (values: Readonly<Record<string, string>>) => fillMessage(own.message, values);
  return {
    code: ownRuleCode(own),
    severity: own.severity,
    title: own.name,
    source: '本工作簿的自定义规则',
    message,
    english: { title: own.name, message },
    examples: { bad: '', good: '' },
    kinds: [own.where.kind]
  };
}
