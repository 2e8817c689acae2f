// `node tools/permissions/main.ts`: writes docs/permissions.md from what the modules declare. A change of the page is a
// change of who may do what, and is looked at as such.
import { writeFile } from 'node:fs/promises'
import { testCity } from '@guangyue/platform/testing'
import { serverForLooking } from '../../apps/server/declared-routes.ts'
import { modules } from '../../apps/server/modules.ts'
import { permissionPage } from '../../apps/server/permission-page.ts'

const town = await testCity(modules)
try {
  const { grants, declared } = await serverForLooking(town.cities)
  await writeFile(new URL('../../docs/permissions.md', import.meta.url), permissionPage(grants, declared))
} finally {
  await town.drop()
}
