import { pairs } from './pairs.ts'

/** Pairs of a traditional character and the plain one, of the words that the grammar looks for. */
const PAIRS =
  '牽牵頭头責责負负單单職职務务門门關关機机構构廳厅辦办屬属實实應应當当協协與与聯联領领導导檢检監监縣县區区鎮镇鄉乡員员長长書书記记處处隊队學学會会議议決决總总經经濟济財财稅税環环護护農农業业貿贸運运輸输劃划規规範范組组織织時时間间進进達达標标準准個个萬万億亿號号條条項项層层級级類类國国產产創创設设體体廣广團团銀银險险電电質质衛卫醫医強强開开動动對对從从過过後后內内兩两點点據据證证認认許许請请調调營营執执繼继續续將将勞劳數数傳传統统計计劉刘見见為为於于發发參参別别報报審审驗验黨党鑒鉴東东贊赞聞闻網网龍龙馬马鐵铁軍军製制訂订擬拟圖图樓楼場场專专無无況况劑剂齊齐濱滨選选舉举屆届試试聘聘備备註注顧顾問问輔辅辭辞'
const PLAIN = pairs(PAIRS)
const PRINTED = new RegExp(`[${[...PLAIN.keys()].join('')}]`, 'g')
const SIGNS = /[責負單職務門關廳辦國會]/

/** A text printed in traditional characters with plain ones in the words of the grammar, character for character. */
export function foldTraditional(text: string): string {
  return SIGNS.test(text) ? text.replace(PRINTED, (char) => PLAIN.get(char) ?? char) : text
}
