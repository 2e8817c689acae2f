import { maskResidentId } from '@guangyue/kernel/identifiers'
import type { Ctx } from '@guangyue/platform/db'
import { publicKeys, sm2PublicKeys } from '@guangyue/platform/signing'
import { type Holder, statementText, stateOn } from './model.ts'
import type { VerifyView } from './pages/licence.view.ts'
import { type Keys, signaturesHold } from './signed-file.ts'
import { findLicence, insertShowing, type Licence, runningRelease } from './store.ts'

/**
 * What a stranger with the code sees now: state, holder covered, the fields that the holder shows, whether the signatures
 * hold. The look is written down for the holder. A code that is unknown, whatever its form, is answered in one way.
 */
export async function verifyLicence(ctx: Ctx, code: string): Promise<VerifyView> {
  return ctx.transact(async (tx) => {
    const licence = await findLicence(tx, { code })
    if (!licence) return { at: ctx.now, licence: null }
    const release = await runningRelease(tx, licence.id, ctx.now)
    const shown = licence.fields.filter(({ name }) => release?.fields.includes(name))
    const fields = shown.map(({ name }) => name)
    await insertShowing(tx, { id: ctx.newId(), licenceId: licence.id, at: ctx.now, who: ctx.actor.name, fields })
    await ctx.audit(tx, 'licences.show', { thing: `licence/${licence.id}`, after: { fields } })
    const { name, number, issuer, validFrom, validTo } = licence
    return {
      at: ctx.now,
      licence: {
        ...{ name, number, issuer, validFrom, validTo },
        state: stateOn(licence, ctx.today),
        holder: coveredName(licence.holder),
        holderCode: coveredCode(licence.holder),
        fields: shown,
        signed: isUntouched(licence),
      },
    }
  })
}

/** The keys by which anyone verifies a licence without this program. */
export async function publishedKeys(db: Ctx['db']): Promise<Keys> {
  const [ed25519, sm2] = await Promise.all([publicKeys(db), sm2PublicKeys(db)])
  return { ed25519: [...ed25519], sm2: [...sm2] }
}

/** Whether the licence still says what was signed, and both signatures hold. */
function isUntouched(licence: Licence): boolean {
  const { number, name, type, issuer, holder, fields, basis, validFrom, validTo, code, signedText } = licence
  const said = { number, name, type, issuer, holder, fields, basis, validFrom, validTo, code }
  return statementText(said) === signedText && signaturesHold(signedText, licence.signatures)
}

/** Of a person the first character; a firm's name is public. */
function coveredName({ kind, name }: Holder): string {
  return kind === 'firm' ? name : `${[...name][0] ?? ''}${'*'.repeat(Math.max(1, [...name].length - 1))}`
}

function coveredCode({ kind, code }: Holder): string {
  return kind === 'firm' ? code : maskResidentId(code)
}
