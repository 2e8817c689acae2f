import type { z } from 'zod'
import type { listChargesEndpoint } from '../../charges/api.ts'

export type Charges = z.output<typeof listChargesEndpoint.reply>
