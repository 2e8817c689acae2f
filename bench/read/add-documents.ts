import type { ProvisionRef } from '@guangyue/kernel/provision'
import type { BenchCity } from '../bench-city.ts'

const CLAUSES = 24
/** Rows of one document: two chapters with their clauses. */
export const ROWS = 2 * (CLAUSES + 1)

const NUMERALS =
  '一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一 二十二 二十三 二十四'

/** Adds documents `from` to `to` of our own sentences, straight into the tables: this measures reading. */
export async function addDocuments(city: BenchCity, { from, to }: { from: number; to: number }): Promise<void> {
  const client = await city.cities.owner.connect()
  try {
    await client.query(`set search_path to ${city.city.schema}`)
    // The rows are consistent by the way they are made, so the checks of a million foreign keys are left out.
    await client.query('set session_replication_role = replica')
    await client.query(
      `insert into gazette_source select md5('source')::uuid, 'bench', '', 'bench.txt', 'txt', 'bench', null, '[]', $1
       on conflict do nothing`,
      [city.ctx().now],
    )
    const many = [from, to]
    await client.query(
      `insert into gazette_document (id, key, number, title, folded_title, signed_on, origin, facts, text_version)
       select md5('d' || i)::uuid, key, key, title, title, date '2021-05-06', 'import', '{}', 1
       from generate_series($1::integer, $2::integer) as i,
         lateral (select '试政发〔2021〕' || i || '号' as key, '试验市人民政府关于整治第' || i || '处渡口的通知' as title) named`,
      many,
    )
    await client.query(
      `insert into gazette_document_text
       select md5('d' || i)::uuid, 1, md5('source')::uuid, md5('import')::uuid, 'bench' || i, 1, '[]', $3
       from generate_series($1::integer, $2::integer) as i`,
      [...many, city.ctx().now],
    )
    await client.query(
      `insert into gazette_provision (id, document_id, version, position, depth, path, path_key, kind, mark, heading, text, line, pieces)
       select md5(concat_ws('/', 'p', i, chapter, clause))::uuid, md5('d' || i)::uuid, 1, chapter * 100 + clause,
         cardinality(path) - 1, path, array_to_string(path, '/'), case clause when 0 then 'section' else 'item' end,
         path[cardinality(path)], case clause when 0 then '渡口整治' else '整修渡口' end,
         case clause when 0 then array_to_string(path, '') || '、渡口整治' else path[2] || '整修渡口。第' || i || '处渡口第'
           || clause || '段堤岸年底前整修完成，每月公布进度，不得影响通航。（牵头单位：市交通运输局；配合单位：市水利局、市财政局）' end,
         clause + 1, '[]'
       from generate_series($1::integer, $2::integer) as i, generate_series(0, 1) as chapter, generate_series(0, ${CLAUSES}) as clause,
         lateral (select string_to_array($3, ' ') as numerals) n,
         lateral (select case clause when 0 then numerals[chapter + 1 : chapter + 1]
           else array[numerals[chapter + 1], '（' || numerals[clause] || '）'] end as path) placed`,
      [...many, NUMERALS],
    )
    await client.query('analyze')
  } finally {
    client.release(true)
  }
}

/** So many clauses of different documents among the first `documents`, spread evenly. */
export function clausesOf(documents: number, count: number): readonly (ProvisionRef & { readonly key: string })[] {
  const step = Math.max(1, Math.floor(documents / count))
  return Array.from({ length: count }, (_, i) => {
    const document = `试政发〔2021〕${1 + ((i * step) % documents)}号`
    const path = ['一', `（${NUMERALS.split(' ')[i % CLAUSES] ?? '一'}）`]
    return { document, path, key: path.join('/') }
  })
}
