import { expect, it } from 'vitest';
import { formatSyncLink, newSyncLink } from '#lib/sync/link.ts';
import { drawnCode, linkFile } from '#lib/workspace/link-file.ts';
import { carriesLink, linkInFile } from '#lib/workspace/link-search.ts';

const address = formatSyncLink('https://jx.office.lan:4300', newSyncLink());
const other = formatSyncLink('https://jx.office.lan:4300', newSyncLink());
const clearly = { width: 1280, height: 720, side: 240 };

/** How a picture of codes was taken. Sizes are in pixels, angles in degrees. */
interface Shot {
  readonly width: number;
  readonly height: number;
  readonly side: number;
  readonly angle?: number;
  readonly lean?: number;
  readonly blur?: number;
  readonly type?: 'image/png' | 'image/jpeg';
}

/** A picture of codes beside each other among lines of text, as a file. */
async function picture(texts: readonly string[], shot: Shot): Promise<File> {
  const { width, height, side, angle = 0, lean = 0, blur = 0, type = 'image/png' } = shot;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#e8e6e0';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#333';
  for (let y = 20; y < height; y += 36)
    context.fillText('绩效目标 数量指标 质量指标'.repeat(30), 4, y);
  context.filter = `blur(${blur}px)`;
  for (const [index, text] of texts.entries()) {
    const code = new Image();
    code.src = `data:image/svg+xml,${encodeURIComponent(drawnCode(text).replace('<svg', '<svg width="900" height="900"'))}`;
    await code.decode();
    context.setTransform(
      1,
      lean,
      lean / 3,
      1,
      (width * (index + 1)) / (texts.length + 1),
      height / 2
    );
    context.rotate((angle * Math.PI) / 180);
    context.fillStyle = '#fff';
    context.fillRect(-side / 2, -side / 2, side, side);
    context.drawImage(code, -side / 2, -side / 2, side, side);
  }
  const blob = await canvas.convertToBlob({ type, quality: 0.7 });
  return new File([blob], 'code', { type });
}

const text = (words: string | Uint8Array<ArrayBuffer>, name = '通知.txt') =>
  new File([words], name, { type: 'text/plain' });

it.each([
  ['a screenshot as the dialog shows it', { width: 1920, height: 1080, side: 128 }],
  ['one that hangs upside down', { ...clearly, angle: 180 }],
  ['one that was turned a little', { ...clearly, angle: 17, type: 'image/jpeg' }],
  ['one that leans and is slightly blurred', { ...clearly, lean: 0.12, angle: -8, blur: 2 }],
  ['a blurred one close up', { width: 1600, height: 1200, side: 900, blur: 8, angle: 5 }],
  [
    'a photo of 12 megapixels',
    { width: 4000, height: 3000, side: 1400, angle: 4, blur: 3, type: 'image/jpeg' }
  ],
  [
    'a small code in a photo of 12 megapixels',
    { width: 4000, height: 3000, side: 170, type: 'image/jpeg' }
  ]
] satisfies [string, Shot][])(
  'reads the code on %s',
  async (_, shot) => {
    const file = await picture([address], shot);
    const begun = performance.now();
    const found = await linkInFile(file);
    console.info(`${shot.width} × ${shot.height}: ${Math.round(performance.now() - begun)} ms`);
    expect(found).toEqual({ ok: true, link: address });
  },
  20_000
);

it('says of a picture why there is no link in it', async () => {
  expect(await linkInFile(await picture([], clearly))).toEqual({ ok: false, fault: 'no-code' });
  const elses = await picture(['https://weixin.qq.com/r/abc'], clearly);
  expect(await linkInFile(elses)).toEqual({ ok: false, fault: 'other-code' });
  expect(await linkInFile(await picture([address, other], clearly))).toEqual({
    ok: false,
    fault: 'several'
  });
  const broken = new File(['no picture'], 'a.png', { type: 'image/png' });
  expect(await linkInFile(broken)).toEqual({ ok: false, fault: 'picture' });
}, 20_000);

it('takes the one link among the codes of a picture, and the same one twice', async () => {
  const poster = await picture(['https://weixin.qq.com/r/abc', address, address], {
    ...clearly,
    width: 1920
  });
  expect(await linkInFile(poster)).toEqual({ ok: true, link: address });
}, 20_000);

it('finds the link in a file of words, in whatever encoding Notepad saved it', async () => {
  const message = `请打开 ${address} 一起填表，谢谢`;
  const found = { ok: true, link: address };
  expect(await linkInFile(text(message))).toEqual(found);
  const wide = new Uint8Array(2 + message.length * 2);
  wide.set([0xff, 0xfe]);
  [...message].forEach((sign, at) =>
    new DataView(wide.buffer).setUint16(2 + at * 2, sign.charCodeAt(0), true)
  );
  expect(await linkInFile(text(wide))).toEqual(found);
  // 请打开 in GBK.
  const gbk = new Uint8Array([0xc7, 0xeb, 0xb4, 0xf2, 0xbf, 0xaa]);
  expect(await linkInFile(new File([gbk, address], '通知.txt'))).toEqual(found);
  expect(await linkInFile(text(`[InternetShortcut]\r\nURL=${address}\r\n`, '链接.url'))).toEqual(
    found
  );
  expect(await linkInFile(text('没有链接'))).toEqual({ ok: false, fault: 'no-link' });
  expect(await linkInFile(text(`${address}\n${other}`))).toEqual({ ok: false, fault: 'several' });
});

it('reads the file that it hands out, and puts no title into it as markup', async () => {
  const file = linkFile('<img src=x onerror="alert(1)">水务局', address);
  expect(file.name).toBe('img src=x onerror= alert(1) 水务局 同步链接.html');
  expect(await linkInFile(file)).toEqual({ ok: true, link: address });
  const page = new DOMParser().parseFromString(await file.text(), 'text/html');
  expect(page.querySelector('h1')?.textContent).toBe('<img src=x onerror="alert(1)">水务局');
  expect(page.querySelectorAll('img, script')).toHaveLength(0);
  expect(page.querySelector('a')?.href).toBe(address);
});

it('knows the files that are there for their link from papers', async () => {
  expect(await carriesLink(linkFile('水务局', address))).toBe(true);
  expect(await carriesLink(await picture([address], clearly))).toBe(true);
  expect(await carriesLink(await picture(['别的'], clearly))).toBe(false);
  expect(await carriesLink(text('项目绩效目标表'))).toBe(false);
  expect(await carriesLink(text(address, '绩效.docx'))).toBe(false);
}, 20_000);
