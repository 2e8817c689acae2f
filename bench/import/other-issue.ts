import { numbersFrom } from '../varied-paragraphs.ts'

/** So many issues come out in a year. */
const A_YEAR = 20
/** The year that the first twenty are moved to. */
const FIRST_YEAR = 1990
/** Document numbers of one year are moved apart by this. */
const APART = 1000

const GIVEN = [...'安柏晨丹恩帆耕海嘉可岚明宁沛清容舒庭文晓扬泽知竹']

export interface Named {
  readonly text: string
  /** The year on its cover. */
  readonly year: number
  /** People whose posts it tells of. */
  readonly people: readonly string[]
}

/**
 * The same gazette as it might have come out at another time: other years and days, issue and document numbers, and
 * other people, so that nothing of it is on record yet. The same `count` gives the same text.
 */
export function otherIssue({ text, year, people }: Named, count: number): string {
  const [place, past] = [count % A_YEAR, Math.floor(count / A_YEAR)]
  const moved = FIRST_YEAR + past - year
  const next = numbersFrom(count)
  const given = () => GIVEN[Math.floor(next() * GIVEN.length)] ?? ''
  const named = people.reduce((all, person) => all.replaceAll(person, `${person.charAt(0)}${given()}${given()}`), text)
  return named
    .replace(/第\d+期/g, `第${place + 1}期`)
    .replace(/(〔\d{4}〕)(\d+)号/g, (_, of: string, number: string) => `${of}${Number(number) + place * APART}号`)
    .replace(/(?<!\d)20\d\d(?!\d)/g, (printed) => String(Number(printed) + moved))
}
