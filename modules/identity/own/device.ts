const browsers = [
  [/MicroMessenger/, '微信'],
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/QQBrowser|MQQ/, 'QQ 浏览器'],
  [/HuaweiBrowser/, '华为浏览器'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
] as const

const systems = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const

/** Browser and system of a User-Agent, for telling one's own devices apart; what is not known is said so. */
export function deviceOf(userAgent: string | null): string {
  if (userAgent === null || userAgent === '') return '未知设备'
  const browser = browsers.find(([mark]) => mark.test(userAgent))?.[1] ?? '其他浏览器'
  const system = systems.find(([mark]) => mark.test(userAgent))?.[1]
  return system === undefined ? browser : `${browser} · ${system}`
}
