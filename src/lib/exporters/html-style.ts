/**
 * The look of the official form on A4: 宋体 for tables and titles, 仿宋 for prose, three at the size of
 * 小二, 三号 and 小四. The names after the first of each are those of macOS and Linux.
 */
export const HTML_STYLE = `
@page { size: A4; margin: 25mm 20mm 20mm; }
@page across { size: A4 landscape; margin: 20mm; }
body { max-width: 170mm; margin: 12mm auto; color: #000; background: #fff;
  font: 12pt/1.6 SimSun, 宋体, "Songti SC", "Noto Serif CJK SC", serif; }
h1 { margin: 60mm 0 40mm; font-size: 26pt; line-height: 1.5; text-align: center;
  text-wrap: balance; }
h2, h3, h4, h5, h6 { margin: 8mm 0 4mm; font-size: 15pt; break-after: avoid; }
h2 { font-size: 18pt; text-align: center; }
.cover { text-align: center; font-size: 16pt; break-after: page; }
nav { break-after: page; }
nav ol { padding: 0; list-style: none; }
nav a { color: inherit; text-decoration: none; }
p { margin: 0; }
p.office { font-size: 14pt; text-align: center; }
.prose { font: 14pt/1.9 FangSong, 仿宋, STFangsong, "Noto Serif CJK SC", serif;
  text-indent: 2em; text-align: justify; white-space: pre-wrap; }
section.own { break-before: page; }
section.across { page: across; }
.head { display: flex; justify-content: space-between; margin-bottom: 1mm; font-size: 10.5pt; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 10.5pt; }
td, th { padding: 1mm; border: 0.5pt solid #000; line-height: 1.35; font-weight: normal;
  white-space: pre-wrap; overflow-wrap: anywhere; vertical-align: middle; }
tr { break-inside: avoid; }
th, .label, .short { text-align: center; }
.amount { text-align: right; }
.note { margin-top: 2mm; font-size: 10.5pt; white-space: pre-wrap; }
@media print { body { max-width: none; margin: 0; } }
`;
