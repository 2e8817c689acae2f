/** The columns of an exported ledger, in order. The four editable ones come back as a reviewed difference. */
export const exportColumns = [
  { key: 'document', head: '文件', width: 24 },
  { key: 'clause', head: '条款', width: 16 },
  { key: 'measure', head: '措施', width: 28 },
  { key: 'title', head: '任务', width: 40 },
  { key: 'leads', head: '牵头单位', width: 24 },
  { key: 'supports', head: '责任单位', width: 36 },
  { key: 'dates', head: '时限', width: 22 },
  { key: 'targets', head: '目标', width: 24 },
  { key: 'state', head: '状态', width: 14 },
  { key: 'light', head: '进展灯', width: 10 },
  { key: 'id', head: '任务编号', width: 38 },
  { key: 'version', head: '版本', width: 8 },
] as const

export type ExportKey = (typeof exportColumns)[number]['key']
export type ExportRow = Readonly<Record<ExportKey, string>>

/** What a person may change in the sheet. */
export const editableKeys = ['title', 'leads', 'supports', 'dates'] as const
export type EditableKey = (typeof editableKeys)[number]

export function headOf(key: ExportKey): string {
  return exportColumns.find((column) => column.key === key)?.head ?? key
}
