import { drawnCode } from './qr-code/drawing.ts';

/**
 * A page that carries a sync link: a double click opens it in the browser, without the app, and one
 * more the workbook. It holds no script and fetches nothing.
 */
export function linkPage(title: string, address: string): string {
  const named = escaped(title);
  const link = escaped(address);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${named} 同步链接</title>
<style>
body { max-width: 36em; margin: 48px auto; padding: 0 16px; color: #1f2329; font: 16px/1.7 "Microsoft YaHei", sans-serif; }
h1 { font-size: 20px; }
a { display: inline-block; padding: 6px 20px; border-radius: 6px; background: #1a5fb4; color: #fff; text-decoration: none; }
svg { width: 200px; }
small { color: #5c6470; overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1>${named}</h1>
<p><a href="${link}">打开工作簿</a></p>
<p>也可以用手机扫下面的二维码，或者在绩表的“文件柜”里点“打开同步链接”，选择这个文件。</p>
${drawnCode(address)}
<p>拿到这个文件的人，在链接停用之前都能打开这份工作簿，请不要随意转发。</p>
<p><small>${link}</small></p>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
