import { SKELETON_NAMESPACE, type Skeleton } from '#lib/model/skeleton.ts';
import { escapeMarkup } from './markup.ts';
import { relationships } from './office-package.ts';

/** The target of the relationship of kind `customXml`, as seen from a folder such as `word`. */
export const CARRIED_TARGET = '../customXml/item1.xml';

/** The content types of `carriedParts` that the list of the package has to name. */
export const CARRIED_TYPES = { 'customXml/itemProps1.xml': 'customXmlProperties' };

/** Names the part to Office; any will do, and one for all keeps equal workbooks equal bytes. */
const ITEM_ID = '{6A696269-616F-4F01-8E5B-000000000001}';

/**
 * A skeleton as the custom XML part of an Office file (ECMA-376 part 1, 15.2.5), which Word, Excel and
 * LibreOffice keep when they save the file again.
 */
export function carriedParts(skeleton: Skeleton): Record<string, string> {
  const json = escapeMarkup(JSON.stringify(skeleton));
  return {
    'customXml/item1.xml': `<skeleton xmlns="${SKELETON_NAMESPACE}">${json}</skeleton>`,
    'customXml/_rels/item1.xml.rels': relationships([['customXmlProps', 'itemProps1.xml']]),
    'customXml/itemProps1.xml': `<ds:datastoreItem ds:itemID="${ITEM_ID}" \
xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>\
<ds:schemaRef ds:uri="${SKELETON_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`
  };
}
