import { z } from 'zod'

/** What stands first in a backup: which cities, in which schema, under which seal. */
export const Manifest = z.object({
  format: z.literal('guangyue-backup/1'),
  writtenAt: z.string(),
  cities: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      host: z.string(),
      demonstration: z.boolean(),
      facts: z.object({ governmentName: z.string(), zone: z.string(), contact: z.string().nullable() }),
      /** Migrations that its schema had; a newer program applies the rest after loading. */
      migrations: z.array(z.string()),
      /** Head of the audit chain, to compare with what is printed. */
      sealHead: z.string(),
      tables: z.record(z.string(), z.number().int()),
    }),
  ),
})
export type Manifest = z.infer<typeof Manifest>
export type ManifestCity = Manifest['cities'][number]
