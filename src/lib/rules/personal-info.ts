import { remember } from '#lib/model/remember.ts';
import { groupBy } from './group-by.ts';
import { isIdentityNumber } from './identity-number.ts';
import type { SheetRule } from './rule.ts';
import { searchTexts, textOf, type Found } from './sheet-texts.ts';

/** Frequent surnames that begin no other word of office prose. */
const SURNAMES =
  '王李张刘陈杨赵黄吴徐孙朱胡郭罗郑梁谢宋唐韩曹邓萧冯蒋蔡杜叶苏魏吕丁沈姚卢姜崔谭陆范贾韦邹熊孟秦薛侯雷郝孔邵毛赖龚';

/** What a given name holds no character of: places, bodies, and words for many. */
const NO_NAME = '村镇乡区县市省局院所队组会办人员工众民属病类等庄街路河山站校厂店家及和的';

const IDENTITY = /(?<![\dA-Za-z])[1-9]\d{16}[\dXx](?![\dA-Za-z])/g;
const PHONE = /(?<![\dA-Za-z])1[3-9]\d{9}(?![\dA-Za-z])/g;
const PATIENT = new RegExp(
  `[${SURNAMES}][^${NO_NAME}\\s\\d，。；、：（）“”a-zA-Z]{2}(?=(?:专项)?医疗(?:费|专项)|护理费|每月的?住院|住院费|及?家属|及?家人|病情)`,
  'g'
);

type Kind = 'identity' | 'phone' | 'patient';

interface Personal extends Found {
  readonly kind: Kind;
}

const NAMES: Readonly<Record<Kind, string>> = {
  identity: '身份证号',
  phone: '手机号',
  patient: '个人姓名和病情或家庭'
};

const findPersonal = remember(
  searchTexts((text): readonly Personal[] => [
    ...find(text, IDENTITY, 'identity').filter(({ range }) =>
      isIdentityNumber(text.slice(...range))
    ),
    ...find(text, PHONE, 'phone'),
    ...find(text, PATIENT, 'patient')
  ])
);

/**
 * A public paper names no private person with illness or family (a warning) and prints no identity or
 * mobile number (an error). One problem for each that is named in a sheet; the other places are related.
 */
export const personalInfo: SheetRule = {
  code: 'personal-info',
  severity: 'error',
  scope: 'sheet',
  kinds: ['project', 'brief', 'text', 'free'],
  title: '公开文本里有个人信息',
  source: '《个人信息保护法》《政府信息公开条例》：公开不得泄露个人隐私',
  message: ({ kind, found }) =>
    kind === 'patient'
      ? `文中写出“${found}”的姓名和病情或家庭情况。绩效文本要公开，会泄露隐私，请改写为“某信访人”等不指名的说法。`
      : `文中有${NAMES[kind as Kind]}“${found}”。绩效文本要公开，个人信息不得写入，请删去。`,
  english: {
    title: 'Personal data in a public paper',
    message: ({ kind, found }) =>
      kind === 'patient'
        ? `The text names “${found}” with illness or family. The paper is published: describe the case without the name.`
        : `The text has the ${kind === 'phone' ? 'mobile' : 'identity'} number “${found}”. The paper is published: delete it.`
  },
  examples: { bad: '联系电话13800138000', good: '联系电话见单位网站' },
  check: (sheet) => {
    const groups = groupBy(findPersonal(sheet), (found) => `${found.match.kind} ${textOf(found)}`);
    return [...groups.values()].flatMap(([first, ...others]) =>
      first
        ? [
            {
              place: first.place,
              severity: first.match.kind === 'patient' ? ('warning' as const) : ('error' as const),
              values: { kind: first.match.kind, found: textOf(first) },
              related: others.map(({ place }) => place)
            }
          ]
        : []
    );
  }
};

function find(text: string, pattern: RegExp, kind: Kind): readonly Personal[] {
  return [...text.matchAll(pattern)].map((match) => ({
    kind,
    range: [match.index, match.index + match[0].length]
  }));
}
