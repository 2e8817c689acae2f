// Stylesheets are imported for their effect; Vite bundles them.
declare module '*.css' {}

// antd types its ES modules as if they were CommonJS, which hides the default export of a locale from TypeScript.
declare module 'antd/es/locale/zh_CN.js' {
  const locale: import('antd').ConfigProviderProps['locale']
  // biome-ignore lint/style/noDefaultExport: that is how antd gives it
  export default locale
}
