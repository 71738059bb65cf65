/** Keys that do something, as they are written on a keyboard. */
export interface Shortcut {
  /** Any of them does it. */
  readonly keys: readonly string[];
  readonly does: string;
}

/** The keys of one subject. */
export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

/** All keys of the app, by what one wants to do. */
export const SHORTCUTS: readonly ShortcutGroup[] = [
  {
    title: '填写单元格',
    shortcuts: [
      { keys: ['直接输入'], does: '替换单元格内容' },
      { keys: ['F2'], does: '修改单元格内容；修改时再按，方向键改为换格' },
      { keys: ['Enter', 'Shift+Enter'], does: '写入，到下一行、上一行' },
      { keys: ['Tab', 'Shift+Tab'], does: '写入，到右一列、左一列' },
      { keys: ['Alt+Enter'], does: '在单元格内换行' },
      { keys: ['Esc'], does: '放弃正在输入的内容' },
      { keys: ['Ctrl+Enter'], does: '写入所有选中的单元格' },
      { keys: ['Ctrl+D', 'Ctrl+R'], does: '向下、向右填充' },
      { keys: ['Delete'], does: '清除选中的内容' },
      { keys: ['Backspace'], does: '清空这个单元格再输入' }
    ]
  },
  {
    title: '移动和选择',
    shortcuts: [
      { keys: ['↑ ↓ ← →'], does: '移动一格' },
      { keys: ['Ctrl+方向键'], does: '到有内容区域的边缘' },
      { keys: ['Home', 'End'], does: '到本行最左、最右一列' },
      { keys: ['Ctrl+Home', 'Ctrl+End'], does: '到表的第一格、最后一格' },
      { keys: ['PageUp', 'PageDown'], does: '上一屏、下一屏' },
      { keys: ['Shift+方向键', 'Ctrl+Shift+方向键'], does: '扩大选择' },
      { keys: ['Shift+空格', 'Ctrl+空格'], does: '选择整行、整列' },
      { keys: ['Ctrl+A'], does: '全选' },
      { keys: ['Ctrl+PageUp', 'Alt+PageUp'], does: '上一张表' },
      { keys: ['Ctrl+PageDown', 'Alt+PageDown'], does: '下一张表' },
      { keys: ['F6', 'Shift+F6'], does: '到窗口的下一部分、上一部分：目录、表、侧栏……' },
      { keys: ['Ctrl+G', 'F5'], does: '定位：行号、表名、编码、指标名称' }
    ]
  },
  {
    title: '复制、撤销和保存',
    shortcuts: [
      { keys: ['Ctrl+C', 'Ctrl+X', 'Ctrl+V'], does: '复制、剪切、粘贴' },
      { keys: ['Ctrl'], does: '从别处粘贴后：选择按原样、清洗或撤销（← → 选择，Enter 确定）' },
      { keys: ['Ctrl+Z'], does: '撤销自己的上一步' },
      { keys: ['Ctrl+Y', 'Ctrl+Shift+Z'], does: '恢复撤销的一步' },
      { keys: ['Ctrl+S'], does: '查看是否已存本机（随时自动保存）' },
      { keys: ['Ctrl+P'], does: '打印工作簿' },
      { keys: ['Shift+F10'], does: '单元格的右键菜单' }
    ]
  },
  {
    title: '查找和替换',
    shortcuts: [
      { keys: ['Ctrl+F'], does: '查找' },
      { keys: ['Ctrl+H'], does: '替换' },
      { keys: ['F3', 'Shift+F3'], does: '查找下一个、上一个' },
      { keys: ['Enter', 'Shift+Enter'], does: '在查找内容里：下一个、上一个' },
      { keys: ['Esc'], does: '关闭查找，回到单元格' }
    ]
  },
  {
    title: '问题和批注',
    shortcuts: [
      { keys: ['F8', 'Shift+F8'], does: '本表下一个、上一个问题' },
      { keys: ['Alt+F8', 'Alt+Shift+F8'], does: '整个工作簿的下一个、上一个问题' },
      { keys: ['F7'], does: '按建议修改这个问题' },
      { keys: ['Ctrl+.'], does: '这里的问题可以怎样处理' },
      { keys: ['Ctrl+Shift+M'], does: '打开问题列表' },
      { keys: ['Shift+F2'], does: '批注这个单元格或表头项' }
    ]
  },
  {
    title: '帮助',
    shortcuts: [{ keys: ['F1'], does: '快捷键' }]
  }
];
