import { NestedHeaders, registerPlugin } from 'handsontable/plugins';

// Headings in groups, which only the tables of 预算公开 have: a module of its own, to be imported before the
// first of them is made.
registerPlugin(NestedHeaders);
