import { theme as antd, type ThemeConfig } from 'antd'

/**
 * antd's theme from the variables of tokens.css as the page has them now, so that colours stand in one place. antd
 * derives shades from literal values, and the derived tints fail contrast: each is set here. `read` gives a
 * variable's value; `scheme` says which column of the tokens it comes from.
 */
export function themeFrom(read: (name: string) => string, scheme: 'light' | 'dark'): ThemeConfig {
  const base = scheme === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm
  const hues = {
    ...hue('Primary', read, 'azure'),
    ...hue('Info', read, 'azure'),
    ...hue('Success', read, 'green'),
    ...hue('Warning', read, 'amber'),
    ...hue('Error', read, 'red'),
  }
  return {
    // antd takes a hue for a seed and dims it in the dark; the second step puts the token's own value back.
    algorithm: [base, (seed, map) => ({ ...(map ?? base(seed)), ...hues })],
    cssVar: { key: 'gy' },
    hashed: false,
    token: {
      ...hues,
      colorPrimaryHover: read('azure-hover'),
      colorPrimaryActive: read('azure-hover'),
      colorPrimaryBorder: read('focus'),
      controlItemBgActive: read('azure-tint'),
      colorLink: read('azure'),
      colorLinkHover: read('azure-hover'),
      colorLinkActive: read('azure-hover'),
      colorText: read('ink'),
      colorTextSecondary: read('ink-2'),
      colorTextTertiary: read('ink-3'),
      colorTextPlaceholder: read('ink-3'),
      colorTextDescription: read('ink-3'),
      colorTextLightSolid: read('ink-on'),
      colorBgContainer: read('surface'),
      colorBgElevated: read('surface'),
      colorBgLayout: read('ground'),
      colorFillAlter: read('ground'),
      colorBorder: read('line-strong'),
      colorBorderSecondary: read('line'),
      colorSplit: read('line'),
      colorBgMask: read('scrim'),
      boxShadowSecondary: read('shadow-pop'),
      lineWidthFocus: 3,
      fontFamily: read('hei'),
      fontFamilyCode: read('mono'),
      fontSize: 14,
      lineHeight: 1.6,
      controlHeight: 32,
      controlHeightLG: 40,
      borderRadius: 4,
      borderRadiusSM: 2,
      borderRadiusLG: 4,
    },
    components: {
      Table: {
        headerBg: read('surface'),
        headerColor: read('ink-2'),
        headerSortActiveBg: read('surface'),
        headerSplitColor: 'transparent',
        bodySortBg: read('surface'),
        rowHoverBg: read('ground'),
        rowSelectedBg: read('azure-tint'),
        rowSelectedHoverBg: read('azure-tint'),
        cellPaddingBlockSM: 5,
      },
      Menu: { itemSelectedBg: read('surface'), itemSelectedColor: read('azure') },
      Layout: { siderBg: read('ground'), bodyBg: read('surface') },
    },
  }
}

type Role = 'Primary' | 'Info' | 'Success' | 'Warning' | 'Error'

function hue(role: Role, read: (name: string) => string, name: string): Record<string, string> {
  return {
    [`color${role}`]: read(name),
    [`color${role}Text`]: read(name),
    [`color${role}Bg`]: read(`${name}-tint`),
    [`color${role}Border`]: read(`${name}-line`),
  }
}
