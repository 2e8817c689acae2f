import { fileURLToPath } from 'node:url'
import type { Face } from '@guangyue/kernel/typesetting'

/** What a word processor calls each face; the reader's machine has the fonts. */
export const FONT_NAMES: Readonly<Record<Face, string>> = {
  fangsong: '仿宋_GB2312',
  heiti: '黑体',
  kaiti: '楷体_GB2312',
  xiaobiaosong: '方正小标宋简体',
  songti: '宋体',
}

const SERIF = import.meta.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')

/** The free fonts that stand for the faces in a PDF, told apart by weight where there is no cut of their own. */
const FONT_FILES: Readonly<Record<Face, string>> = {
  fangsong: SERIF,
  songti: SERIF,
  kaiti: import.meta.resolve('@expo-google-fonts/noto-serif-sc/500Medium/NotoSerifSC_500Medium.ttf'),
  xiaobiaosong: import.meta.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  heiti: import.meta.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
}

/** Where the font file for a face lies. */
export function fontFile(face: Face): string {
  return fileURLToPath(FONT_FILES[face])
}
